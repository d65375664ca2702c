"""The notice people read before they join: short enough to be read, and with all that they must know."""

import re

import pytest

from facilitator.config import shipped_prompts

MUST_SAY = {
    "the purpose": r"we want to|why we are here",
    "who sees it": r"who sees",
    "when": r"before the reveal|until",
    "the court": r"not protected from a court",
    "danger": r"at risk|danger",
    "whom to talk to": r"who to talk to|speak to",
    "that one may pass or withdraw": r"withdraw|leave out|pass on",
}


@pytest.mark.parametrize("file", sorted(shipped_prompts().glob("*/notice.md")), ids=lambda file: file.parent.name)
def test_it_has_at_most_180_words_and_says_what_it_must(file):
    text = file.read_text(encoding="utf-8")

    assert len(text.split()) <= 180
    assert [what for what, words in MUST_SAY.items() if not re.search(words, text, re.IGNORECASE)] == []
