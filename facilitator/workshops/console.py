"""The facilitator's console: the run-sheet, this stage, the room, and the acts that lead a workshop."""

from flask import redirect, render_template, request, url_for
from markupsafe import Markup

from facilitator.db import db
from facilitator.live import presence
from facilitator.refusal import Refused
from facilitator.workshops import actions, joining, showing
from facilitator.workshops.acted import acted
from facilitator.workshops.beside import console_of
from facilitator.workshops.door import find_workshop
from facilitator.workshops.heard import heard_by_agency
from facilitator.workshops.join_code import has_way_in, join_address
from facilitator.workshops.last_acts import last_acts
from facilitator.workshops.leading import devices
from facilitator.workshops.remarks import second_look
from facilitator.workshops.reopening import is_reachable
from facilitator.workshops.room import Room
from facilitator.workshops.routes import bp
from facilitator.workshops.run_sheet import run_sheet
from facilitator.workshops.unrevealed import asked_before_next
from facilitator.workshops.wall import picture

LEAD, WATCH = "lead the workshop", "watch the console"


def heard(room):
    return {"heard": heard_by_agency(room, presence.writing_now(room.workshop.id))}


def before_next(room):
    """Who has been heard, and what is asked once before the group moves on."""
    rows = heard(room)
    return {**rows, "asked_first": asked_before_next(room, sum(row.writing for row in rows["heard"]))}


def way_in(room):
    return {"way_in": has_way_in(room.workshop, request.host)}


def phones(room):
    return {"connected": presence.connected(room.workshop.id), "reachable": is_reachable(room.workshop)}


def small_wall(room):
    """What the wall shows now, in small."""
    shown = {} if room.workshop.wall_blanked_at else picture(room)
    return {"small_wall": Markup(render_template("workshops/_wall_small.html", **shown)) if shown else ""}  # nosec # noqa: S704


# What each region of the console draws from, beside the room itself. Every change fetches several of them.
REGIONS = {
    "storage": lambda room: {},
    "bar": lambda room: {**phones(room), **way_in(room)},
    "run_sheet": lambda room: {"lines": run_sheet(room)},
    "stage": lambda room: {**before_next(room), **way_in(room), "second_look": second_look(room), **console_of(room)},
    "side": lambda room: {**heard(room), **small_wall(room)},
    "leading": lambda room: {"devices": devices(room.workshop), "acts_done": last_acts(room)},
}


@bp.get("/w/<code>/console")
def console(code):
    room = Room.of(find_workshop(code, may=WATCH))
    if room.script.is_conversation:
        return redirect(url_for("conversations.write", code=room.workshop.code))
    pieces = {name: piece for region in REGIONS.values() for name, piece in region(room).items()}
    here = {"room": room, "workshop": room.workshop, "join_address": join_address(room.workshop, request.host)}
    return render_template("workshops/console.html", **here, **pieces)


@bp.get("/w/<code>/console/<any(storage,bar,run_sheet,stage,side,leading):region>")
def console_region(code, region):
    room = Room.of(find_workshop(code, may=WATCH))
    pieces = REGIONS[region](room)
    return render_template(f"workshops/_console_{region}.html", room=room, workshop=room.workshop, **pieces)


@bp.post("/w/<code>/labelling")
def label_stage(code):
    labelled, stage = request.form.get("labelled", ""), request.form.get("stage")
    return led(code, lambda room: actions.label_stage(Room.of(room.workshop, stage), labelled))


def led(code, act):
    """Find, act, commit, draw: what every act of the console has in common. act(room) does it."""
    room = Room.of(find_workshop(code, may=LEAD))
    refuse_stale(room)
    act(room)
    return acted(url_for("workshops.console", code=room.workshop.code))


def refuse_stale(room):
    """Two people who press "next" at the same moment move one step, not two. Refused for the later one.

    An act says in `at` which step it was pressed at; one that says nothing means the step the group is at.
    """
    if request.form.get("at", room.at) != room.at:
        here = room.step.name
        raise Refused(f"The group was just moved: it is at “{here}” now. Nothing was done: look, then press again.")


@bp.post("/w/<code>/step")
def move(code):
    return led(code, lambda room: actions.move_to(room, actions.step_at(room, request.form.get("to", ""))))


@bp.post("/w/<code>/next")
def move_on(code):
    return led(code, lambda room: room.following and actions.move_to(room, room.following))


@bp.post("/w/<code>/back")
def move_back(code):
    return led(code, lambda room: room.preceding and actions.move_to(room, room.preceding))


@bp.post("/w/<code>/move-undone")
def undo_move(code):
    return led(code, actions.undo_move)


@bp.post("/w/<code>/reveal")
def reveal(code):
    return led(code, actions.reveal)


@bp.post("/w/<code>/hiding")
def hide_again(code):
    return led(code, actions.hide_again)


@bp.post("/w/<code>/clock")
def set_clock(code):
    return led(code, lambda room: actions.set_clock(room.workshop, minutes_given()))


def minutes_given():
    minutes = request.form.get("minutes", "")
    if not minutes.lstrip("-").isdecimal():
        raise Refused("Please give whole minutes.")
    return int(minutes)


@bp.post("/w/<code>/blank")
def blank(code):
    return led(code, lambda room: showing.blank_wall(room.workshop))


@bp.post("/w/<code>/uncovering")
def uncover(code):
    return led(code, lambda room: showing.uncover_wall(room.workshop))


@bp.post("/w/<code>/blank-or-not")
def turn_blank(code):
    """One key for both: the wall is covered when it shows, and shows when it is covered."""
    toggle = {True: showing.uncover_wall, False: showing.blank_wall}
    return led(code, lambda room: toggle[room.workshop.wall_blanked_at is not None](room.workshop))


@bp.post("/w/<code>/code-or-not")
def turn_code(code):
    toggle = {True: showing.show_code, False: showing.hide_code}
    return led(code, lambda room: toggle[room.workshop.code_hidden_at is not None](room.workshop))


@bp.post("/w/<code>/page")
def turn_page(code):
    by = 1 if request.form.get("by") != "-1" else -1
    return led(code, lambda room: showing.turn_page(room, by))


@bp.post("/w/<code>/note")
def write_note(code):
    return led(code, lambda room: actions.write_note(room, request.form.get("text", "")))


@bp.post("/w/<code>/seats")
def add_seat(code):
    """Someone without a phone takes a seat; whoever is at the console types for them."""
    room = Room.of(find_workshop(code, may="write for someone without a phone"))
    form = request.form
    position = joining.position_for(room.review, form.get("agency"), form.get("position"), form.get("role", ""))
    participant, _ = joining.join(room.workshop, position, without_phone=True)
    db.session.commit()
    return redirect(url_for("workshops.phone", code=room.workshop.code, seat=participant.number))
