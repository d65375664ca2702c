import pytest

from facilitator.access.actions import hash_of_line
from facilitator.access.models import LogLine
from facilitator.db import db
from tests.on_record import NOT_LOGGED, OffTheRecord


def lines():
    return db.session.scalars(db.select(LogLine).order_by(LogLine.id)).all()


def test_every_act_of_a_facilitator_is_one_line_chained_to_the_last(leader, workshop):
    for act in ("next", "back", "blank", "uncovering"):
        leader.post(f"/w/{workshop.code}/{act}")

    log = lines()
    assert [line.act for line in log] == ["workshop opened", "moved", "moved", "wall blanked", "wall uncovered"]
    assert [line.previous for line in log[1:]] == [line.hash for line in log[:-1]]


def test_a_line_that_was_changed_afterwards_shows(leader, workshop):
    leader.post(f"/w/{workshop.code}/next")

    line = lines()[-1]
    assert hash_of_line(line) == line.hash
    line.about = line.about.replace("02", "03")

    assert hash_of_line(line) != line.hash


def test_the_log_holds_no_word_of_content(leader, hv, go_to, workshop):
    go_to("05-view-at-the-time")
    hv.say("05-view-at-the-time", "going-on", "Unmistakable words.")
    leader.post(f"/w/{workshop.code}/reveal")
    leader.post(f"/w/{workshop.code}/statements/1/setting-aside", data={"reason": "Another reason entirely."})

    everything = " ".join(line.act + line.about for line in lines())
    assert "Unmistakable" not in everything and "entirely" not in everything
    assert "S-001" in everything


def test_an_act_without_a_line_fails_whatever_test_it_is_in(leader, workshop, monkeypatch):
    """The test of the guard that stands at every commit of every test."""
    monkeypatch.setattr("facilitator.workshops.showing.log", lambda *_, **__: None)

    with pytest.raises(OffTheRecord, match=r"workshops\.blank changed Workshop"):
        leader.post(f"/w/{workshop.code}/blank")
    db.session.rollback()


def test_what_is_not_logged_is_an_address_and_says_why(app):
    known = {rule.endpoint for rule in app.url_map.iter_rules()}

    assert set(NOT_LOGGED) <= known and all(NOT_LOGGED.values())


def test_a_seat_that_somebody_else_types_for_is_on_record(leader, workshop, review):
    position = review.positions[0]
    leader.post(f"/w/{workshop.code}/seats", data={"agency": position.agency_id, "position": position.id})

    assert (lines()[-1].act, lines()[-1].about) == ("seat added", '{"seat": 1}')
