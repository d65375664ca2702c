"""A case file may say what the group answers when a factor that comes back is put to it."""

from pathlib import Path

import pytest

from facilitator.narrative.case.file import MalformedCase, read_case

TEXT = Path(__file__).with_name("small_case.yaml").read_text(encoding="utf-8")
PATTERN = read_case(TEXT).patterns[0].key


def with_offer(more=""):
    return f"{TEXT}\noffers:\n  - {{item: workload, effect: hindered, because: It came twice.{more}}}\n"


def test_a_no_needs_only_its_reason():
    (offer,) = read_case(with_offer()).offers

    assert (offer.item, offer.effect, offer.because, offer.title) == ("workload", "hindered", "It came twice.", "")


def test_a_yes_has_a_name_and_a_pattern_it_goes_with():
    (offer,) = read_case(with_offer(f", title: Too much at once, into: {PATTERN}")).offers

    assert (offer.title, offer.into) == ("Too much at once", PATTERN)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (", title: Too much at once", "Give both `title` and `into`, or neither."),
        (f", into: {PATTERN}", "Give both `title` and `into`, or neither."),
        (", title: Too much, into: nowhere", "nowhere"),
    ],
)
def test_half_a_yes_is_refused(more, sentence):
    with pytest.raises(MalformedCase) as refused:
        read_case(with_offer(more))

    assert sentence in str(refused.value.faults)
