"""Coming in, being ready, being done, leaving. A participant is a position and a number, nothing else."""

from functools import cache

from sqlalchemy import String, bindparam, cast, func, select
from sqlalchemy.orm import joinedload

from facilitator.access.actions import end_passes, issue_pass, log, revive_passes
from facilitator.access.inviting import end_invitations
from facilitator.access.matrix import P
from facilitator.db import ask_plain, db, new_key, now, written
from facilitator.live.announcements import announce
from facilitator.refusal import Refused
from facilitator.reviews.models import Agency, Position
from facilitator.workshops import tally
from facilitator.workshops.models import Done, Participant

DONE = "done"  # stands in a tally where the key of a question would
# A room comes in all at once, so what each phone asks is put together once.
HIGHEST = select(func.max(Participant.number)).where(Participant.workshop_id == bindparam("workshop"))


@cache
def agency_of():
    """The query for an agency of a review, by its id as a form gives it, and its positions with it."""
    found = select(Agency).options(joinedload(Agency.positions))
    return found.where(Agency.review_id == bindparam("review"), cast(Agency.id, String) == bindparam("agency"))


def join(workshop, position, without_phone=False):
    """Bring one person in, who has seen the notice. Returns (participant, token of their pass or None).

    Refused when the workshop is closed.
    """
    if not workshop.is_open:
        raise Refused("This workshop is closed. The facilitator can open it again.")
    highest = ask_plain(HIGHEST, {"workshop": workshop.id}).scalar()
    participant = written(
        Participant,
        key=new_key(),
        workshop_id=workshop.id,
        position_id=position.id,
        number=(highest or 0) + 1,
        notice_seen_at=(moment := now()),
        joined_at=moment,
        without_phone=without_phone,
        writes_for_group=False,
    )
    db.session.expire(workshop, ["participants"])
    token = None if without_phone else issue_pass(P, workshop=workshop, participant=participant)
    if without_phone:
        log(workshop.review, "seat added", seat=participant.number)
    announce(workshop, "room-changed")
    return participant, token


def position_for(review, agency_id, position_id, role):
    """The position somebody chose, or the new one they named. Refused when neither is given or it is too long."""
    asked = {"review": review.id, "agency": str(agency_id)}
    agency = db.session.scalars(agency_of(), asked).unique().one_or_none()
    if agency is None:
        raise Refused("Please choose your agency.", field="agency")
    role = " ".join(role.split())
    if role:
        return named_position(agency, role)
    chosen = next((position for position in agency.positions if str(position.id) == str(position_id)), None)
    if chosen is None:
        empty = "position" if agency.positions else "role"
        raise Refused("Please choose your role, or write it in. Your role, not your name.", field=empty)
    return chosen


def named_position(agency, role):
    if len(role) > 80:
        raise Refused("Please give your role in at most 80 characters, such as “Health visitor”.", field="role")
    known = next((position for position in agency.positions if position.role.lower() == role.lower()), None)
    if known:
        return known
    position = Position(agency=agency, role=role)
    db.session.add(position)
    db.session.flush()
    return position


def say_ready(participant):
    if participant.ready_at is None:
        participant.ready_at = now()
        announce(participant.workshop, "room-changed")


def say_done(participant, room, quietly=False):
    """ "I'm done" at this step. Saying it twice does nothing.

    quietly: where words carry no position, nothing is written down about who has said so.
    """
    if quietly:
        tally.mark(room, participant, DONE)
    elif not room.is_done(participant):
        db.session.add(Done(participant_id=participant.id, **room.step.columns))
        room.look_again()
        announce(participant.workshop, "room-changed")


def leave(participant):
    """Leave the workshop: the pass ends, the words stay."""
    if participant.left_at is None:
        participant.left_at = now()
        end_passes(participant=participant)
        end_invitations(participant)
        announce(participant.workshop, "room-changed")


def remove(participant):
    """Take somebody off the workshop: their devices are shut out at once, their words stay. Twice is once."""
    if participant.left_at is None:
        participant.removed_at = now()
        leave(participant)
        log(participant.workshop.review, "removed", seat=participant.number)


def let_back(participant):
    """Undo a removal: the same devices come back to the same seat. Twice is once."""
    if participant.removed_at is not None:
        revive_passes(participant=participant, since=participant.removed_at)
        participant.removed_at = participant.left_at = None
        log(participant.workshop.review, "let back", seat=participant.number)
        announce(participant.workshop, "room-changed")
