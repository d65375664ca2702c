"""The address at which phones answer “Is this usual?”."""

from flask import Blueprint, request

from facilitator.db import db
from facilitator.perspectives.routes import room_of_form
from facilitator.usual.actions import say_how_usual
from facilitator.workshops.door import find_participant
from facilitator.workshops.phone import stage_again

bp = Blueprint("usual", __name__, url_prefix="/w/<code>")


@bp.post("/usual")
def give(code):
    participant = find_participant(code)
    form = request.form
    words = form.get("example", "").replace("\r\n", "\n")
    say_how_usual(participant, room_of_form(participant), form.get("answer"), words, form.get("key", ""))
    db.session.commit()
    return stage_again(participant)
