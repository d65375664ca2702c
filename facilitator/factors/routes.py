"""Where phones give a factor, and where a cell of the matrix opens to its words."""

from flask import Blueprint, render_template, request

from facilitator.db import db
from facilitator.factors import ranking
from facilitator.factors.actions import give_influence
from facilitator.factors.framework import is_own_words
from facilitator.factors.layers import turn_layers
from facilitator.factors.matrix import find_cell
from facilitator.perspectives.routes import room_of_form
from facilitator.refusal import shown_on
from facilitator.workshops.console import led
from facilitator.workshops.door import find_participant, find_workshop
from facilitator.workshops.phone import phone, stage_again
from facilitator.workshops.room import Room

bp = Blueprint("factors", __name__, url_prefix="/w/<code>")
LEAD = "lead the workshop"


@bp.post("/influences")
@shown_on(phone)
def give(code):
    participant = find_participant(code)
    form = request.form
    given = {name: form.get(name, "") for name in ("factor", "effect", "weight", "key")}
    # On the phone one list holds every type's items, each as "type: item".
    if ":" in form.get("known", ""):
        given["factor"], _, item = form["known"].partition(":")
    else:
        item = ""
    given["item"] = form.get("item", "").strip() or item
    given["how"] = form.get("how", "").replace("\r\n", "\n")
    give_influence(participant, room := room_of_form(participant), **given)
    db.session.commit()
    return stage_again(participant, room)


@bp.post("/layers")
def turn_to_layers(code):
    return led(code, turn_layers)


@bp.get("/factors/<key>/<int:number>")
def cell(code, key, number):
    workshop = find_workshop(code, may="watch the console")
    factor, episode, found = find_cell(workshop.review, key, number)
    picture = {"factor": factor, "episode": episode, "cell": found, "own_words": is_own_words(factor)}
    return render_template("factors/cell.html", workshop=workshop, **picture)


@bp.post("/factors/marks")
def mark(code):
    participant = find_participant(code)
    ranking.mark(participant, room_of_form(participant), request.form.getlist("marked"))
    db.session.commit()
    return stage_again(participant)


@bp.post("/factors/marks/reveal")
def show_marks(code):
    return led(code, ranking.show_marks)


@bp.get("/factors/order")
def order(code):
    workshop = find_workshop(code, may=LEAD)
    room = Room.of(workshop)
    picture = {"named": ranking.named_here(room) if room.episode else [], "marks": ranking.counted(room)}
    picture |= {"standing": ranking.settled(room.episode), "is_own_words": is_own_words}
    return render_template("factors/order.html", workshop=workshop, room=room, **picture)


@bp.post("/factors/order")
def settle_order(code):
    keys = [key for key in request.form.getlist("place") if key]
    reason = request.form.get("reason", "").replace("\r\n", "\n")
    return led(code, lambda room: ranking.settle(room, keys, reason))
