"""docs/method.md says where each point of the method is; what it names is there."""

import re

import pytest

from facilitator.config import PACKAGE

ROOT = PACKAGE.parent
TEXT = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:facilitator|prompts|tests)/[^`]+)`", TEXT)))


def test_it_names_enough_to_be_a_map():
    assert len(NAMED) > 40


@pytest.mark.parametrize("named", NAMED)
def test_what_it_names_is_there(named):
    path, _, test = named.partition("::")

    assert (ROOT / path).exists()
    assert not test or f"def {test}(" in (ROOT / path).read_text(encoding="utf-8")
