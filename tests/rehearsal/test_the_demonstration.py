"""The case that ships with the program."""

from facilitator.narrative.case.file import read_case
from facilitator.rehearsal.commands import DEMO_CASE
from facilitator.rehearsal.people import people_of


def test_it_is_a_room_of_twelve_with_something_that_went_well():
    case = read_case(DEMO_CASE)

    assert len(people_of(case, 12)) == 12
    assert len(case.agencies) == 7
    assert [episode.practice for episode in case.episodes].count("good") == 1
    assert len(case.findings) == 3


def test_the_group_answers_what_comes_back_and_tells_findings_apart():
    case = read_case(DEMO_CASE)

    assert [(offer.item, bool(offer.title), offer.into) for offer in case.offers] == [
        ("IT", True, "absence-closes"),
        ("trust", False, None),
    ]
    assert {finding.scope for finding in case.findings} == {"case", "systems"}
    assert case.order


def test_observers_sit_with_one_agency_after_the_other():
    case = read_case(DEMO_CASE)

    observers = people_of(case, 14)[12:]

    assert [(one.key, one.role, one.agency) for one in observers] == [
        (None, "Observer", case.agencies[0].name),
        (None, "Observer", case.agencies[1].name),
    ]
