"""A form that is refused comes back: the sentence in a summary and at its field, nothing cleared but what is secret."""

import re

import pytest

from facilitator.db import db
from facilitator.workshops.opening import close_workshop

SECRET = "correct horse battery staple"


def is_at(page, field, sentence):
    """Whether a page tells this once in its summary, as a link to the field, and once at the field itself."""
    assert page.status_code == 422
    assert "<title>Error: " in page.text
    summary = re.search(r'<div class="errors".*?</div>', page.text, re.DOTALL)[0]
    assert re.search(rf'<a href="#{field}">[^<]*{re.escape(sentence)}', summary)
    assert page.text.count(f'id="{field}"') == 1
    own = re.search(rf'id="{field}-error"><span class="hidden">Error: </span>([^<]*)', page.text)[1]
    assert sentence in own and "That did not work" not in page.text
    return True


def test_a_wrong_join_code_is_told_at_its_field_and_stays_there(outsider, workshop):
    page = outsider.post("/join", data={"code": "zz9 zzz"})

    assert is_at(page, "code", "No workshop has this code. Please look at the wall again; it has six characters.")
    assert 'value="zz9 zzz"' in page.text and 'aria-invalid="true"' in page.text


def test_the_code_of_a_closed_workshop_too(outsider, workshop):
    close_workshop(workshop)
    db.session.commit()

    assert is_at(outsider.post("/join", data={"code": workshop.code}), "code", "This workshop is closed")


def test_who_chooses_no_role_is_asked_again_on_the_same_page(outsider, workshop, review):
    agency = review.agencies[0]

    page = outsider.post(f"/join/{workshop.code}", data={"agency": agency.id, "role": " "})

    assert is_at(page, "position", "Please choose your role, or write it in.")
    assert "Health visitor" in page.text and f'name="agency" value="{agency.id}"' in page.text


def test_a_role_that_is_too_long_stays_in_its_field(outsider, workshop, review):
    long = "Nurse " * 20

    page = outsider.post(f"/join/{workshop.code}", data={"agency": review.agencies[0].id, "role": long})

    assert is_at(page, "role", "at most 80 characters")
    assert long in page.text


def test_without_an_agency_the_agencies_are_shown(outsider, workshop):
    page = outsider.post(f"/join/{workshop.code}", data={"role": "Nurse"})

    assert page.status_code == 422
    assert '<a href="#agency">Please choose your agency.' in page.text
    assert "Health visiting" in page.text


def test_a_wrong_passphrase_is_told_where_it_is_typed(leader):
    page = leader.post("/unlock", data={"passphrase": SECRET})

    assert is_at(page, "passphrase", "That passphrase does not open this data folder.")
    assert SECRET not in page.text


@pytest.mark.parametrize("page", ["names/opening", "keeping/deletion"])
def test_so_it_is_where_the_passphrase_is_asked_once_more(leader, review, page):
    answer = leader.post(f"/reviews/{review.id}/{page}", data={"passphrase": SECRET})

    assert is_at(answer, "passphrase", "That is not the passphrase of this data folder.")
    assert SECRET not in answer.text


def test_a_room_that_is_not_opened_says_why_on_its_page(leader, workshop):
    page = leader.post(f"/w/{workshop.code}/trial", data={"address": "203.0.113.9"})

    assert is_at(page, "address", "That address is not one of this laptop")


def test_too_many_tries_stay_what_they_are(app, outsider, workshop):
    outsider.get("/join")

    answers = [outsider.post("/join", data={"code": "ZZZZZZ"}) for _ in range(11)]

    assert [one.status_code for one in answers] == [422] * 10 + [429]
    assert "Wait a minute" in answers[-1].text and 'name="code"' in answers[-1].text


def test_htmx_gets_its_sentence_alone(outsider, workshop):
    answer = outsider.post("/join", data={"code": "ZZZZZZ"}, headers={"HX-Request": "true"})

    assert answer.headers["HX-Retarget"] == "#refusal"
    assert "<html" not in answer.text


def test_a_page_that_nobody_draws_again_leads_back(hv, workshop):
    came = {"Referer": f"http://localhost/w/{workshop.code}?q=feeling"}

    page = hv.client.post(f"/w/{workshop.code}/slip", data={"words_code": "AAAA"}, headers=came)

    assert f'href="/w/{workshop.code}?q=feeling">Back to the page you came from</a>' in page.text


@pytest.mark.parametrize("address", ["http://elsewhere.example/w/x", "http://localhost//elsewhere.example"])
def test_it_leads_to_no_other_site(hv, workshop, address):
    """Seen to fail, for the second, without the look at two slashes in where_from."""
    came = {"Referer": address}

    page = hv.client.post(f"/w/{workshop.code}/slip", data={"words_code": "AAAA"}, headers=came)

    assert "elsewhere" not in page.text and 'href="/">Go on from the start</a>' in page.text
