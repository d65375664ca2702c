"""The address at which phones give a factor."""

from flask import Blueprint, request

from facilitator.db import db
from facilitator.factors.actions import give_influence
from facilitator.perspectives.routes import room_of_form
from facilitator.workshops.door import find_participant
from facilitator.workshops.phone import stage_again

bp = Blueprint("factors", __name__, url_prefix="/w/<code>")


@bp.post("/influences")
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
    give_influence(participant, room_of_form(participant), **given)
    db.session.commit()
    return stage_again(participant)
