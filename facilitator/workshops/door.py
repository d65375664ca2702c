"""Finding a workshop, and the participant on a phone, through the one door."""

from functools import cache

from flask import request, session
from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload
from sqlalchemy.orm.attributes import set_committed_value

from facilitator.access.actions import find_ended_pass
from facilitator.access.door import PHONE_COOKIE, fits, may, passes, permit
from facilitator.db import db
from facilitator.refusal import NotFound, NotPermitted, Refused
from facilitator.workshops.lookups import with_steps
from facilitator.workshops.models import Participant, Workshop
from facilitator.workshops.tries import tries

SHOWN = "codes shown"


def find_workshop(code, may):
    """The workshop with this code, for someone who may do the act. Refused otherwise.

    code: as typed; case and spaces do not matter. may: an act of access.matrix.
    """
    workshop = find_by_code(code, by_code_with_steps)
    permit(may, workshop)
    return workshop


@cache
def by_code():
    """The query for a workshop and its review, put together once: all who come in ask it."""
    return select(Workshop).where(Workshop.code == bindparam("code")).options(joinedload(Workshop.review))


@cache
def by_code_with_steps():
    """The same with what its steps are made of: every part of a wall or console that is drawn asks it."""
    return with_steps().where(Workshop.code == bindparam("code"))


def find_by_code(code, query=by_code):
    """The workshop with this code. Who holds no pass and has not shown the code before may guess a few times only.

    query: a function that gives what is asked for it, with more or less of the workshop read at once.
    """
    plain = "".join(code.split()).replace("-", "").upper()
    for one in passes():
        if one.participant and one.participant.workshop.code == plain:
            return one.participant.workshop
    workshop = db.session.scalars(query(), {"code": plain}).unique().one_or_none()
    if workshop and (any(fits(one, workshop) for one in passes()) or plain in session.get(SHOWN, ())):
        return workshop
    tries().check()
    if workshop is None:
        tries().failed()
        raise NotFound("No workshop has this code. Please look at the wall again; it has six characters.")
    return workshop


def find_by_token(token):
    """The workshop of a scanned QR code. 128 bits are not guessed, so nobody's wrong codes stand in its way."""
    workshop = db.session.scalar(select(Workshop).filter_by(join_token=token))
    if workshop is None:
        raise NotFound("This QR code is from another day. Please scan the one on the wall.")
    return workshop


def remember_code(workshop):
    """This browser has shown that it knows the way in; what others guess wrong is no matter to it any more."""
    session[SHOWN] = [workshop.code]


def refuse_closed(workshop):
    """A join code is dead once its workshop has closed. Refused then."""
    if not workshop.is_open:
        raise Refused("This workshop is closed, and its code lets nobody in. The facilitator can open it again.")


def find_participant(code):
    """The participant this phone stands for, or, for a scribe, the one whose seat they type for.

    Refused for words from a page that stands for another seat: it was left open when this browser joined once more.
    """
    workshop = find_by_code(code)
    seat = request.values.get("seat")
    participant = find_seat(workshop, seat) if seat else find_own(workshop)
    if request.form.get("participant", participant.key) != participant.key:
        raise NotPermitted("This page is from before you joined again. Load it again, and give these words there.")
    return participant


def find_own(workshop):
    """The participant this browser's phone stands for. Refused when there is none, or they have left."""
    refuse_removed(workshop)
    held = permit("take part", workshop)
    participant = db.session.get(Participant, held.participant_id)
    if participant is None or participant.left_at:
        raise NotPermitted("You have left this workshop. Join again with the code on the wall.")
    set_committed_value(participant, "workshop", workshop)  # it is here already and need not be read again
    return participant


def refuse_removed(workshop):
    """Somebody whom the facilitator took off is told so, and how to come back. Refused then, and only then."""
    if may("take part", workshop):
        return
    ended = find_ended_pass(request.cookies.get(PHONE_COOKIE))
    if ended and ended.workshop_id == workshop.id and db.session.get(Participant, ended.participant_id).removed_at:
        raise NotPermitted(
            "The facilitator has taken this phone off the workshop. What you gave is kept. "
            "If it was a mistake, speak to them: they can let you back, and then you load this page again."
        )


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
