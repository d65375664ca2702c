"""The address at which phones answer “How good was the practice?”."""

from flask import Blueprint, request

from facilitator.appraisals.actions import appraise
from facilitator.db import db
from facilitator.perspectives.routes import room_of_form
from facilitator.workshops.door import find_participant
from facilitator.workshops.phone import stage_again

bp = Blueprint("appraisals", __name__, url_prefix="/w/<code>")


@bp.post("/appraisals")
def give(code):
    participant = find_participant(code)
    form = request.form
    words = form.get("standard", "").replace("\r\n", "\n")
    appraise(participant, room_of_form(participant), form.get("answer"), words, form.get("key", ""))
    db.session.commit()
    return stage_again(participant)
