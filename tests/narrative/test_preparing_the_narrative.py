"""Entries typed in while preparing."""

import pytest

from facilitator.db import db, new_key
from facilitator.narrative.asking import entries_of
from facilitator.reviews.actions import begin_review

HTMX = {"HX-Request": "true"}


@pytest.fixture
def given(review):
    agency = review.agencies[0].id
    return {"agency": agency, "when": "2019-03~", "source": "recollection", "text": 'She said:\r\n"I & <I> 🙂"'}


def test_an_entry_is_added_to_its_lane(leader, review, given):
    page = leader.post(f"/reviews/{review.id}/narrative", data=given, headers=HTMX)

    entry = next(entry for entry in entries_of(review) if entry.number == 4)
    assert (entry.number_label, entry.agency, entry.when) == ("N-004", review.agencies[0], "2019-03~")
    assert entry.text == 'She said:\n"I & <I> 🙂"'
    assert "about March 2019" in page.text


def test_the_form_asks_for_dates_in_words_alone(leader, review):
    """EDTF is taken all the same, by whoever knows it. Seen to fail with “Or as EDTF” among the examples."""
    page = leader.get(f"/reviews/{review.id}/narrative").text

    assert "about March 2019" in page and "EDTF" not in page


def test_without_scripts_the_page_is_loaded_again(leader, review, given):
    assert leader.post(f"/reviews/{review.id}/narrative", data=given).location == f"/reviews/{review.id}/narrative"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"when": ""}, "Say when it was"),
        ({"when": "12/03/2019"}, "as you would say it: 12 March 2019"),
        ({"source": "hearsay"}, "how this is known"),
        ({"text": " \n"}, "what happened"),
        ({"text": "x" * 10_001}, "10,001 characters"),
        ({"agency": ""}, "Choose the agency"),
        ({"agency": "999"}, "no longer in this review"),
    ],
)
def test_a_wrong_entry_is_refused_with_a_sentence(leader, review, given, wrong, sentence):
    answer = leader.post(f"/reviews/{review.id}/narrative", data=given | wrong, headers=HTMX)

    assert 400 <= answer.status_code < 500
    assert sentence in answer.text
    assert len(entries_of(review)) == 3


def test_an_outsider_is_shut_out(outsider, hv, review, given):
    for browser in (outsider, hv.client):
        assert browser.get(f"/reviews/{review.id}/narrative").status_code == 403
        assert browser.get(f"/reviews/{review.id}/narrative/1").status_code == 403
        for path in ("", "/1", "/1/removal", "/sheet", "/sheet/kept"):
            assert browser.post(f"/reviews/{review.id}/narrative{path}", data=given).status_code == 403
    assert len(entries_of(review)) == 3


def test_sent_twice_it_is_added_once(leader, review, given):
    key = new_key()

    for _ in range(2):
        leader.post(f"/reviews/{review.id}/narrative", data=given | {"key": key}, headers=HTMX)

    assert len(entries_of(review)) == 4


def test_before_a_workshop_an_entry_is_changed_in_place(leader, review, given):
    leader.post(f"/reviews/{review.id}/narrative/2", data=given | {"text": "Put right."})

    changed = next(entry for entry in entries_of(review) if entry.number == 2)
    assert (changed.text, changed.agency, len(review.all_entries)) == ("Put right.", review.agencies[0], 3)


def test_after_a_workshop_was_opened_the_first_version_stays(leader, review, workshop, given):
    leader.post(f"/reviews/{review.id}/narrative/2", data=given | {"text": "Put right."})

    assert [entry.number for entry in entries_of(review)] == [4, 1, 3]
    assert next(entry for entry in entries_of(review) if entry.number == 4).replaces.text == "A call came in."


def test_an_entry_can_be_removed_only_before_a_workshop(leader, review):
    assert leader.post(f"/reviews/{review.id}/narrative/3/removal", headers=HTMX).status_code == 200
    assert [entry.number for entry in entries_of(review)] == [1, 2]


def test_with_a_workshop_it_stays(leader, review, workshop):
    answer = leader.post(f"/reviews/{review.id}/narrative/3/removal", headers=HTMX)

    assert answer.status_code == 422
    assert "N-003 stays on record" in answer.text


def test_an_open_workshop_hears_of_it(leader, review, wall, given):
    leader.post(f"/reviews/{review.id}/narrative", data=given, headers=HTMX)

    assert wall.heard() == ["narrative-changed"]


def test_an_entry_that_is_not_there_is_not_found(leader, review):
    assert leader.get(f"/reviews/{review.id}/narrative/99").status_code == 404


def test_a_review_without_agencies_says_what_to_do_first(leader):
    review = begin_review("New")
    db.session.commit()

    assert "Name the agencies first" in leader.get(f"/reviews/{review.id}/narrative").text
