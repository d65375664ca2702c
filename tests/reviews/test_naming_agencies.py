"""Agencies with their letters and colours, and their positions."""

import pytest

from facilitator.reviews.actions import add_agency, begin_review
from facilitator.reviews.letters import letter_for

HTMX = {"HX-Request": "true"}


def test_an_agency_gets_a_letter_and_a_colour_of_its_own(leader, review):
    page = leader.post(f"/reviews/{review.id}/agencies", data={"name": " Hospital  paediatrics "}, headers=HTMX)

    added = review.agencies[-1]
    assert (added.name, added.letter, added.colour) == ("Hospital paediatrics", "P", 2)
    assert "Hospital paediatrics" in page.text
    assert page.text.lstrip().startswith("<section")


def test_without_scripts_the_page_is_loaded_again(leader, review):
    answer = leader.post(f"/reviews/{review.id}/agencies", data={"name": "Police"})

    assert (answer.status_code, answer.location) == (302, f"/reviews/{review.id}/agencies")


@pytest.mark.parametrize("name", ["", "   ", "x" * 201, "referral HUB"])
def test_a_blank_long_or_second_name_is_refused(leader, review, name):
    answer = leader.post(f"/reviews/{review.id}/agencies", data={"name": name}, headers=HTMX)

    assert answer.status_code == 422
    assert len(review.agencies) == 2


def test_an_outsider_cannot_name_one(outsider, review):
    assert outsider.post(f"/reviews/{review.id}/agencies", data={"name": "Police"}).status_code == 403
    assert outsider.get(f"/reviews/{review.id}/agencies").status_code == 403
    assert len(review.agencies) == 2


def test_twice_is_once(leader, review):
    for _ in range(2):
        leader.post(f"/reviews/{review.id}/agencies", data={"name": "Police"}, headers=HTMX)

    assert [agency.name for agency in review.agencies].count("Police") == 1


@pytest.mark.parametrize(
    ("name", "taken", "letter"),
    [
        ("Multi-agency referral hub", "", "M"),
        ("Health visiting service", "H", "V"),
        ("House of the children", "H", "C"),
        ("Housing health", "H", "HH"),
        ("Police", "P", "PO"),
        ("Police", "P PO PL", "PI"),
        ("Élan", "", "É"),
        ("999", "", "A"),
        ("of the", "A", "B"),
        ("警察", "", "警"),
    ],
)
def test_the_letter_comes_from_the_name_where_it_can(name, taken, letter):
    assert letter_for(name, set(taken.split())) == letter


def test_forty_agencies_of_one_name_all_find_a_letter(app):
    review = begin_review("Many")

    agencies = [add_agency(review, f"Police {number}") for number in range(40)]

    assert len({agency.letter for agency in agencies}) == 40
    assert {agency.colour for agency in agencies} == set(range(12))


def test_a_position_is_added_once(leader, review):
    agency = review.agencies[0]
    path = f"/reviews/{review.id}/agencies/{agency.id}/positions"

    answers = [leader.post(path, data={"role": role}, headers=HTMX).status_code for role in ("Nurse", "nurse", "")]

    assert answers == [200, 422, 422]
    assert [position.role for position in agency.positions] == ["Health visitor", "Team leader", "Nurse"]


def test_what_nothing_depends_on_can_be_removed(leader, review):
    leader.post(f"/reviews/{review.id}/agencies", data={"name": "Police"})
    police, position = review.agencies[-1], review.agencies[0].positions[1]

    first = leader.post(f"/reviews/{review.id}/agencies/{police.id}/removal", headers=HTMX)
    second = leader.post(f"/reviews/{review.id}/positions/{position.id}/removal", headers=HTMX)

    assert (first.status_code, second.status_code) == (200, 200)
    assert "Police" not in second.text
    assert "Team leader" not in second.text


def test_what_something_depends_on_stays(leader, review, hv):
    agency, position = review.agencies[1], hv.participant.position

    with_entries = leader.post(f"/reviews/{review.id}/agencies/{agency.id}/removal", headers=HTMX)
    with_people = leader.post(f"/reviews/{review.id}/positions/{position.id}/removal", headers=HTMX)

    assert (with_entries.status_code, with_people.status_code) == (422, 422)
    assert "stays" in with_entries.text
    page = leader.get(f"/reviews/{review.id}/agencies").text
    assert "Referral hub" in page
    assert "Health visitor" in page


def test_removing_what_has_gone_says_so(leader, review):
    assert leader.post(f"/reviews/{review.id}/agencies/999/removal", headers=HTMX).status_code == 404
