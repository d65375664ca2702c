"""Finding a workshop, and the participant on a phone, through the one door."""

from functools import cache

from flask import request
from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload
from sqlalchemy.orm.attributes import set_committed_value

from facilitator.access.door import may, permit
from facilitator.db import db
from facilitator.refusal import NotFound, NotPermitted
from facilitator.workshops.models import Participant, Workshop


def find_workshop(code, may):
    """The workshop with this code, for someone who may do the act. Refused otherwise.

    code: as typed; case and spaces do not matter. may: an act of access.matrix.
    """
    workshop = find_by_code(code)
    permit(may, workshop)
    return workshop


@cache
def by_code():
    """The query for a workshop and its review, put together once: every request asks it."""
    return select(Workshop).where(Workshop.code == bindparam("code")).options(joinedload(Workshop.review))


def find_by_code(code):
    plain = "".join(code.split()).replace("-", "").upper()
    workshop = db.session.scalar(by_code(), {"code": plain})
    if workshop is None:
        raise NotFound("No workshop has this code. Please look at the wall again; it has six signs.")
    return workshop


def find_participant(code):
    """The participant this phone stands for, or, for a scribe, the one whose seat they type for."""
    workshop = find_by_code(code)
    if seat := request.values.get("seat"):
        return find_seat(workshop, seat)
    held = permit("take part", workshop)
    participant = db.session.get(Participant, held.participant_id)
    if participant is None or participant.left_at:
        raise NotPermitted("You have left this workshop. Join again with the code on the wall.")
    set_committed_value(participant, "workshop", workshop)  # it is here already and need not be read again
    return participant


def find_seat(workshop, number):
    permit("write for someone without a phone", workshop)
    found = select(Participant).filter_by(workshop_id=workshop.id, without_phone=True)
    found = found.where(Participant.number == (int(number) if str(number).isdecimal() else 0))
    participant = db.session.scalar(found)
    if participant is None:
        raise NotFound("There is no seat with this number in the workshop.")
    return participant


def is_here(workshop):
    """Whether this browser's phone already takes part."""
    return may("take part", workshop)
