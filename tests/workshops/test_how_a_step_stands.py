"""How a step stands is asked once for an answer, and anew as soon as it has changed."""

from flask import render_template_string
from sqlalchemy import update

from facilitator.db import db
from facilitator.workshops import actions, joining
from facilitator.workshops.models import Reveal
from facilitator.workshops.phone import stage_again
from facilitator.workshops.room import Room

VIEW = "05-view-at-the-time"


def test_who_has_just_said_done_is_done(hv, go_to, workshop):
    """Seen to fail without look_again in say_done."""
    go_to(VIEW)
    room = Room.of(workshop)
    assert not room.is_done(hv.participant)

    joining.say_done(hv.participant, room)

    assert room.is_done(hv.participant)


def test_a_step_is_revealed_hidden_and_carries_less_at_once(go_to, workshop):
    """Seen to fail without look_again in open_step, hide_again and label_stage, each."""
    go_to(VIEW)
    room = Room.of(workshop)
    assert not room.is_revealed and room.labelled == "position"

    actions.label_stage(room, "agency")
    assert room.labelled == "agency"

    actions.open_step(room)
    assert room.is_revealed

    actions.hide_again(room)
    assert not room.is_revealed


def test_a_phone_is_drawn_from_how_the_step_stands_after_its_act(app, hv, go_to, workshop, monkeypatch):
    """Seen to fail without look_again in stage_again: what was hidden again meanwhile would be drawn."""
    go_to(VIEW)
    room = Room.of(workshop)
    actions.open_step(room)
    db.session.commit()
    assert room.is_revealed
    db.session.execute(update(Reveal).values(undone_at=db.func.now()))

    with app.test_request_context(headers={"HX-Request": "true"}):
        monkeypatch.setattr("facilitator.workshops.phone.screen", lambda participant, room, **more: {"room": room})
        monkeypatch.setattr(
            "facilitator.workshops.phone.render_template",
            lambda name, room: render_template_string("{{ room.is_revealed }}", room=room),
        )
        drawn = stage_again(hv.participant, room)

    assert drawn == "False"
