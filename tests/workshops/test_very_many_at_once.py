"""In a large room where very many save at once, each hears at once that it is saved; the stage comes a moment later."""

import pytest
from sqlalchemy import func, select

from facilitator.db import db
from facilitator.live import presence
from facilitator.perspectives.models import Statement
from facilitator.workshops import crowd

STAGE = "05-view-at-the-time"


@pytest.fixture
def room_of(monkeypatch, go_to):
    """room_of(61) → so many phones are connected."""
    go_to(STAGE)
    monkeypatch.setattr(crowd, "_lately", {})
    return lambda phones: monkeypatch.setattr(presence, "connected", lambda _: set(range(phones)))


def save(phone, times):
    """The last answer of so many saves, close together."""
    return [phone.say(STAGE, "going-on", f"Words {number}.").text for number in range(times)][-1]


def kept():
    return db.session.scalar(select(func.count(Statement.id)))


def test_in_a_crowd_the_answer_is_a_receipt_and_the_words_are_kept(hv, room_of):
    room_of(300)

    answer = save(hv, crowd.MANY + 1)

    assert 'data-later="6000"' in answer
    assert hv.participant.key in answer
    assert "<form" not in answer
    assert kept() == crowd.MANY + 1


def test_while_fewer_save_the_stage_comes_with_the_answer(hv, room_of):
    room_of(300)

    assert "<form" in save(hv, crowd.MANY)


def test_in_a_room_of_sixty_it_always_does(hv, room_of):
    room_of(60)

    assert "<form" in save(hv, 2 * crowd.MANY)


def test_a_second_later_it_is_over(hv, room_of, workshop):
    room_of(300)
    save(hv, crowd.MANY + 1)
    end = max(crowd._lately[workshop.id])

    assert crowd.wait_in_crowd(workshop, clock=lambda: end + 1.5) == 0


def test_who_has_no_scripts_is_led_back_to_the_page(hv, room_of):
    room_of(300)
    save(hv, crowd.MANY + 1)

    answer = hv.post("/statements", htmx=False, stage=STAGE, question="going-on", text="Plain.", episode="")

    assert answer.status_code == 302
