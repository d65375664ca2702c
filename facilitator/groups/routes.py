"""The addresses of small groups: the facilitator forms them, one phone in each writes."""

from flask import Blueprint, redirect, render_template, request, url_for

from facilitator.db import db, new_key
from facilitator.groups import actions
from facilitator.groups.asking import group_of, groups_of, in_none, questions_in_words, told_apart
from facilitator.groups.screens import can_write
from facilitator.perspectives.routes import room_of_form
from facilitator.refusal import Refused
from facilitator.workshops.door import find_participant, find_workshop
from facilitator.workshops.people import find_numbered
from facilitator.workshops.phone import stage_again
from facilitator.workshops.room import Room

bp = Blueprint("groups", __name__, url_prefix="/w/<code>/groups")
LEAD = "lead the workshop"


@bp.get("")
def page(code):
    workshop = find_workshop(code, may=LEAD)
    return render_template("groups/page.html", workshop=workshop, groups=groups_of(workshop), in_none=in_none(workshop))


def led(code, act):
    """Act, commit, and the page where the change can be seen."""
    workshop = find_workshop(code, may=LEAD)
    act(workshop)
    db.session.commit()
    return redirect(url_for("groups.page", code=workshop.code), 303)


@bp.post("")
def form(code):
    return led(code, lambda workshop: actions.form_groups(workshop, request.form.get("size", 0, type=int)))


@bp.post("/end")
def end(code):
    return led(code, actions.end_groups)


@bp.post("/late")
def take_in_late(code):
    return led(code, actions.take_in_late)


@bp.post("/wall")
def turn_on_wall(code):
    return led(code, actions.turn_on_wall)


@bp.post("/writers/<int:number>")
def hand_on(code, number):
    return led(code, lambda workshop: actions.hand_on(find_numbered(workshop, number)))


@bp.get("/words")
def write(code):
    """The page of the phone that writes. It shows nothing of what anybody gave before."""
    participant = find_participant(code)
    room = Room.of(participant.workshop)
    group = group_of(participant) if participant.writes_for_group else None
    if group is None:
        raise Refused("Another phone writes for your group now.")
    return render_template(
        "groups/write.html",
        room=room,
        workshop=room.workshop,
        participant=participant,
        group=group,
        members=told_apart(group.members),
        questions=questions_in_words(room) if can_write(room) else [],
        key=new_key(),
    )


@bp.post("/words")
def keep(code):
    participant = find_participant(code)
    form = request.form
    text = form.get("text", "").replace("\r\n", "\n")
    given = form.get("whose", 0, type=int), room_of_form(participant), form.get("question", ""), text
    actions.write_for(participant, *given, form.get("key", ""))
    db.session.commit()
    if request.headers.get("HX-Request"):
        return stage_again(participant)
    return redirect(url_for("groups.write", code=participant.workshop.code), 303)
