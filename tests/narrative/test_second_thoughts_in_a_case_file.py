"""A case file may say which words do not stay as they were given, and what becomes of them."""

from pathlib import Path

import pytest

from facilitator.narrative.case.file import MalformedCase, read_case

TEXT = Path(__file__).with_name("small_case.yaml").read_text(encoding="utf-8")
CASE = read_case(TEXT)
EPISODE = next(one for one in CASE.episodes if one.accounts)
BY, ANSWERS = next(iter(EPISODE.accounts.items()))
ANSWERED = next(iter(ANSWERS))
FREE = next(one for one in ("feeling", "hoping", "options", "else") if one not in ANSWERS)


def with_thought(more="", question=FREE):
    given = f"by: {BY}, episode: {EPISODE.key}, question: {question}, text: I was cross."
    return f"{TEXT}\nsecond_thoughts:\n  - {{{given}{more}}}\n"


@pytest.mark.parametrize("more", ["", ", because: It names somebody.", ", instead: I was tired."])
def test_it_is_withdrawn_or_set_aside_or_corrected(more):
    [thought] = read_case(with_thought(more)).second_thoughts

    assert (thought.by, thought.question, thought.text) == (BY, FREE, "I was cross.")
    assert f"{thought.because}{thought.instead}" == more.partition(": ")[2]


def test_both_at_once_are_refused():
    with pytest.raises(MalformedCase) as refused:
        read_case(with_thought(", because: It names somebody., instead: I was tired."))

    assert "Give `instead` or `because`, or neither." in refused.value.faults[0]


def test_a_question_that_they_have_answered_is_refused():
    with pytest.raises(MalformedCase) as refused:
        read_case(with_thought(question=ANSWERED))

    assert f"`{BY}` answers `{ANSWERED}` already." in refused.value.faults[0]
