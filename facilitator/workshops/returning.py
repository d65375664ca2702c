"""A phone whose browser forgot its pass comes back to its seat with the key it kept. (decisions/0014)"""

from flask import make_response, request
from sqlalchemy import select

from facilitator.access import returning
from facilitator.access.door import PHONE_COOKIE, passes, permit, set_pass
from facilitator.db import db
from facilitator.refusal import NotPermitted
from facilitator.workshops.door import find_by_code, refuse_closed, refuse_removed
from facilitator.workshops.models import Participant
from facilitator.workshops.routes import bp


def key_to_keep(participant):
    """What this phone keeps until its browser has its pass on disk, or None when it has."""
    held = next((one for one in passes() if one.participant_id == participant.id), None)
    return held and returning.return_key(held)


@bp.post("/w/<code>/return")
def come_back(code):
    """The answer has no content: the page then goes to its stage."""
    permit("come to the door")
    workshop = find_by_code(code)
    refuse_closed(workshop)
    refuse_removed(workshop)
    found = select(Participant).filter_by(workshop_id=workshop.id, key=request.form.get("participant", ""))
    participant = db.session.scalar(found)
    if participant is None or participant.left_at:
        raise NotPermitted(returning.GONE)
    done = make_response("", 204)
    if any(one.participant_id == participant.id for one in passes()):
        return done
    token = returning.come_back(participant, request.form.get("key", ""))
    db.session.commit()
    return set_pass(done, PHONE_COOKIE, token)
