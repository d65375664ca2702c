"""Whoever gave something hears at once that it is kept; their phone draws its stage after that, in a crowd later."""

import re

import pytest
from sqlalchemy import func, select

from facilitator.db import db
from facilitator.live import presence
from facilitator.perspectives.models import Statement
from facilitator.workshops import crowd

STAGE = "05-view-at-the-time"


@pytest.fixture
def room_of(monkeypatch, go_to):
    """room_of(61) → so many phones are connected. However slow the machine, all is within one second."""
    go_to(STAGE)
    monkeypatch.setattr(crowd, "_lately", {})
    monkeypatch.setattr(crowd, "monotonic", lambda: 100.0)
    return lambda phones: monkeypatch.setattr(presence, "connected", lambda _: set(range(phones)))


def save(phone, times=1):
    """The last answer of so many saves, close together, to a phone that asks for the least."""
    return [phone.say(STAGE, "going-on", f"Words {number}.", least=True).text for number in range(times)][-1]


def waits(answer):
    """Milliseconds within which the phone is to draw its stage, as a receipt tells."""
    return int(re.search(r'data-later="(\d+)"', answer)[1])


def kept():
    return db.session.scalar(select(func.count(Statement.id)))


def test_the_answer_is_a_receipt_and_the_words_are_kept(hv, room_of):
    room_of(12)

    answer = save(hv)

    assert hv.participant.key in answer
    assert "<form" not in answer
    assert waits(answer) == 0
    assert kept() == 1


def test_a_stage_that_cannot_be_drawn_does_not_keep_anybody_from_hearing_that_it_is_saved(hv, room_of, monkeypatch):
    room_of(12)
    monkeypatch.setattr("facilitator.workshops.phone.screen", lambda *_: pytest.fail("It drew the stage."))

    assert "Saved." in save(hv)


def test_the_stage_that_is_fetched_after_it_goes_on_to_the_next_question(hv, room_of):
    room_of(12)
    save(hv)

    assert "Question 2 of" in hv.get("/stage").text


def test_in_a_crowd_the_stages_are_drawn_over_some_time(hv, room_of):
    room_of(300)

    assert waits(save(hv, crowd.MANY)) == 0
    assert waits(save(hv)) == 6000


def test_a_second_later_it_is_over(hv, room_of, monkeypatch):
    room_of(300)
    save(hv, crowd.MANY + 1)

    monkeypatch.setattr(crowd, "monotonic", lambda: 101.5)

    assert waits(save(hv)) == 0


def test_who_does_not_ask_for_the_least_gets_the_stage(hv, room_of):
    room_of(12)

    assert "<form" in hv.say(STAGE, "going-on", "Words.").text


def test_the_code_of_words_without_an_author_comes_with_the_stage(hv, room_of, leader, workshop):
    """It is told this once only."""
    room_of(12)
    leader.post(f"/w/{workshop.code}/labelling", data={"labelled": "unlabelled"})

    answer = save(hv)

    assert "data-words-code" in answer
    assert "<form" in answer


def test_who_has_no_scripts_is_led_back_to_the_page(hv, room_of):
    room_of(12)

    answer = hv.post("/statements", htmx=False, stage=STAGE, question="going-on", text="Plain.", episode="")

    assert answer.status_code == 302
