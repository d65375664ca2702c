"""Every review has a day on which it is deleted, and whoever opens the program is told in time."""

import re
from datetime import timedelta

import pytest

from facilitator.db import db, now
from facilitator.keeping.dates import delete_on, is_due
from facilitator.keeping.models import Purged
from facilitator.keeping.tidying import Tidying
from facilitator.perspectives.models import Slip, Statement
from facilitator.reviews.models import Review

VIEW = "05-view-at-the-time"


def in_days(days):
    return (now() + timedelta(days=days)).date()


def test_a_review_nobody_signs_off_goes_two_years_after_the_last_act(leader, review, workshop, at):
    assert delete_on(review) == in_days(730)
    assert "nobody has signed it off" in leader.get(at()).text


def test_signing_off_gives_it_ninety_days(leader, review, at):
    leader.post(at("sign-off"))

    assert delete_on(review) == in_days(90)
    assert "Signed off" in leader.get(at()).text


def test_another_day_can_be_chosen_and_the_sign_off_undone(leader, review, workshop, at):
    leader.post(at("sign-off"), data={"on": in_days(400).isoformat()})
    assert delete_on(review) == in_days(400)

    leader.post(at("sign-off/undoing"))

    assert delete_on(review) == in_days(730)


@pytest.mark.parametrize("on", ["2001-01-01", "2999-01-01", "soon"])
def test_a_day_that_cannot_be_is_refused(leader, review, at, on):
    assert leader.post(at("sign-off"), data={"on": on}).status_code == 422
    assert review.sign_offs == []


def test_a_fortnight_before_the_list_of_reviews_says_so(leader, review, at):
    leader.post(at("sign-off"), data={"on": in_days(20).isoformat()})
    assert "will be deleted on" not in leader.get("/reviews").text

    leader.post(at("sign-off"), data={"on": in_days(10).isoformat()})

    assert "will be deleted on" in leader.get("/reviews").text


def test_on_its_day_it_goes_unless_it_is_held(app, leader, review, at):
    leader.post(at("sign-off"), data={"on": in_days(1).isoformat()})
    leader.post(at("hold"), data={"reason": "The coroner asked."})
    review.sign_offs[0].delete_on = in_days(-1)
    db.session.commit()
    assert not is_due(review)
    assert Tidying(app).delete_what_is_due() == 0

    leader.post(at("release"))

    assert Tidying(app).delete_what_is_due() == 1
    assert db.session.scalars(db.select(Review)).all() == []
    assert db.session.scalar(db.select(Purged)).how == "on its date"


def test_the_list_says_of_every_review_until_when_it_is_kept_or_that_it_is_held(leader, review, at):
    assert "kept until" in leader.get("/reviews").text

    leader.post(at("hold"), data={"reason": "The coroner asked."})

    assert "· held" in leader.get("/reviews").text and "kept until" not in leader.get("/reviews").text
    assert "by a facilitator" in leader.get(at()).text


def test_a_hold_needs_a_reason(leader, review, at):
    assert leader.post(at("hold"), data={"reason": " "}).status_code == 422
    assert review.holds == []


def test_a_co_facilitator_cannot_hold_or_sign_off(co_facilitator, review, at):
    assert co_facilitator.post(at("sign-off")).status_code == 403
    assert co_facilitator.post(at("hold"), data={"reason": "Mine."}).status_code == 403


def test_signing_off_destroys_the_codes_of_words_without_an_author(leader, review, hv, go_to, at):
    """The record closes. Seen to fail without destroy_codes in keeping/actions.py: the code still found the words."""
    go_to(VIEW)
    leader.post(f"/w/{hv.code}/labelling", data={"stage": VIEW, "labelled": "unlabelled"})
    given = hv.say(VIEW, "going-on", "I was unsure.", labelled="unlabelled")
    code = re.search(r'data-words-code="(\w+)"', given.text)[1]
    assert hv.post("/slip", words_code=code).status_code == 200

    leader.post(at("sign-off"))
    leader.post(at("sign-off/undoing"))

    assert hv.post("/slip", words_code=code).status_code == 404
    assert [one.receipt for model in (Slip, Statement) for one in db.session.scalars(db.select(model))] == [None]
