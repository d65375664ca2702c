"""The addresses of the curtain, of the case up to here, and of what most colleagues would have done."""

from flask import Blueprint, render_template, request

from facilitator.db import db
from facilitator.narrative.asking import disputes_for, entries_for, reveals
from facilitator.perspectives.routes import room_of_form
from facilitator.tunnel import actions
from facilitator.tunnel.asking import hides, is_lifted, walk_to
from facilitator.workshops.console import led
from facilitator.workshops.door import find_participant
from facilitator.workshops.phone import stage_again
from facilitator.workshops.room import Room

bp = Blueprint("tunnel", __name__, url_prefix="/w/<code>")


@bp.get("/case")
def case(code):
    """The case on a phone, up to the end of the episode the group is at; all of it where the curtain is not down."""
    participant = find_participant(code)
    room = Room.of(participant.workshop)
    entries, revealed = entries_for(room.review, participant), reveals(room.review)
    walk = walk_to(room.episode, entries) if hides(room) else None
    return render_template(
        "tunnel/case.html",
        room=room,
        workshop=room.workshop,
        walk=walk,
        lifted=is_lifted(room),
        entries=walk.so_far if walk else entries,
        disputes_of=lambda entry: disputes_for(entry, participant, revealed),
        seat=participant.number if participant.without_phone else None,
    )


@bp.post("/curtain/lifting")
def lift(code):
    return led(code, actions.lift)


@bp.post("/curtain/lowering")
def lower(code):
    return led(code, actions.lower)


@bp.post("/colleagues")
def give(code):
    participant = find_participant(code)
    form = request.form
    words = form.get("text", "").replace("\r\n", "\n")
    room = room_of_form(participant)
    actions.say_of_colleagues(participant, room, form.get("answer"), words, form.get("key", ""))
    db.session.commit()
    return stage_again(participant)
