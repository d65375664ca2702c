"""A rehearsal gives what a day has and the case file leaves out: plain that it was made up, and the same every time."""

from dataclasses import replace

import pytest

from facilitator.narrative.case.episodes import SecondThought
from facilitator.narrative.case.file import read_case
from facilitator.narrative.case.findings import CaseOffer, CaseOrder
from facilitator.rehearsal.commands import DEMO_CASE
from facilitator.rehearsal.made_up import completed
from facilitator.rehearsal.people import expected_words
from tests.rehearsal.conftest import SMALL


@pytest.fixture
def case():
    return read_case(SMALL)


@pytest.fixture
def longer():
    """The demonstration without what only our own case files say."""
    demo = read_case(DEMO_CASE)
    bare = [replace(one, colleagues={}, differences=(), surprised={}, open_questions={}) for one in demo.episodes]
    findings = tuple(replace(one, scope=None) for one in demo.findings)
    return replace(demo, episodes=tuple(bare), offers=(), findings=findings, order=None)


def test_what_the_file_has_stays(case):
    assert completed(case).episodes[0].colleagues == case.episodes[0].colleagues
    assert completed(case).episodes[0].differences == case.episodes[0].differences
    assert completed(completed(case)) == completed(case)


def test_one_account_is_withdrawn_one_set_aside_and_one_corrected(case):
    withdrawn, aside, corrected = completed(case).second_thoughts

    assert not withdrawn.because and not withdrawn.instead
    assert aside.because and corrected.instead
    assert {one.by for one in completed(case).second_thoughts} == {"clerk", "gp"}


def test_nobody_thinks_again_about_what_the_file_has_them_say(case):
    accounts = case.episodes[0].accounts

    assert not any(one.question in accounts[one.by] for one in completed(case).second_thoughts)


def test_everything_a_day_has_is_there(longer):
    whole = completed(longer)

    assert all(one.colleagues and one.differences and one.how_sure and one.changes for one in whole.episodes)
    assert all(one.surprised and one.open_questions for one in whole.episodes)
    assert [bool(offer.into) for offer in whole.offers] == [True, False, False]
    assert [one.scope for one in whole.findings] == ["systems"] * len(longer.findings)
    assert whole.order.patterns == tuple(one.pattern for one in longer.findings)


def test_everything_made_up_says_so(longer):
    whole = completed(longer)
    words = [text for one in whole.episodes for text in (*one.surprised.values(), *one.open_questions.values())]
    words += [one.words for episode in whole.episodes for one in episode.colleagues.values()]
    words += [one.text for one in whole.second_thoughts] + [one.because for one in whole.offers]
    words += [whole.order.because, *(text for one in whole.episodes for text in (one.how_sure, one.changes))]

    assert all(text.startswith("Made up for the rehearsal: ") for text in words)


def test_an_offer_is_put_together_only_with_a_pattern_that_works_the_same_way(longer):
    """Seen to fail when the first pattern of any kind is taken: the program refuses to put these together."""
    helpful = replace(longer, patterns=tuple(replace(one, kind="constructive") for one in longer.patterns))

    [taken] = [offer for offer in completed(helpful).offers if offer.into]
    assert taken.effect == "helped"


def test_a_single_finding_needs_no_order(case):
    assert completed(case).order is None


def test_what_a_file_says_of_offers_order_and_second_thoughts_is_used(case):
    offer = CaseOffer(item="IT", effect="hindered", because="Only one machine.")
    order = CaseOrder(patterns=("names",), because="It is the only one.")
    thought = SecondThought(by="gp", episode="message", question="feeling", text="Cross.")
    given = replace(case, offers=(offer,), order=order, second_thoughts=(thought,))

    whole = completed(given)
    assert (whole.offers, whole.order, whole.second_thoughts) == ((offer,), order, (thought,))


def test_a_correction_is_said_too(case):
    whole = completed(case)

    assert expected_words(whole) == expected_words(replace(whole, second_thoughts=())) + 4
