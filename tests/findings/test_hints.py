import re

import pytest

from facilitator.findings.paragraphs import drawn
from facilitator.hints.wordings import all_hints, find_hints


@pytest.mark.parametrize("words", ["failed to", "should have", "Clearly", "root cause", "reminded", "complacency"])
def test_words_that_judge_from_afterwards_are_found(app, words):
    [found, *_] = find_hints(f"The hub {words} act.")

    assert found.words == words
    assert found.hint.says.endswith((".", "?"))


@pytest.mark.parametrize("words", ["The call was clear.", "The policy asks for a referral.", "A missing letter."])
def test_plain_words_are_left_alone(app, words):
    assert find_hints(words) == []


def test_every_hint_says_why(app):
    assert len(all_hints()) > 10
    assert all(hint.says for hint in all_hints())


def test_they_underline_and_never_change_the_text(app, write, paragraph, paragraphs):
    answer = write("None failed to answer & nobody <i>clearly</i> knew.", based_on=1)

    [kept] = [one.text for one in paragraphs() if one.id == paragraph.id]
    assert kept == "None failed to answer & nobody <i>clearly</i> knew."
    assert '<span class="doubt">failed to</span>' in answer.text
    assert "It judges from afterwards." in answer.text


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[go](javascript:alert(1))",
    '![x](x" onerror="alert(1))',
    "<a href='javascript:alert(1)'>S-001</a>",
    "`</p><script>`",
    'S-001"><svg onload=alert(1)>',
    "<span class=doubt onclick=x>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_runs_nothing(app, text):
    html = drawn(f"{text} failed to", lambda number: f"/statements#S-{number:03d}")

    tags = set(re.findall(r"<[^>]*>", html))
    link = '<a class="ref" href="/statements#S-001">'
    assert tags <= {"<p>", "</p>", '<span class="doubt">', "</span>", link, "</a>"}
