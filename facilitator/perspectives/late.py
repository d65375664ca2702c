"""What waits for the facilitator, counted: words that came late or were held back."""

from sqlalchemy import func, select

from facilitator.db import db
from facilitator.perspectives.box import FEWEST_LATE, wait_late
from facilitator.perspectives.models import Slip, Statement
from facilitator.workshops.room import Room


def waiting_in(workshop):
    """What waits in a workshop, in words; empty when nothing does.

    Words without an author are told of once enough wait to hide among each other, and never counted.
    """
    waiting = select(func.count(Statement.id)).filter_by(workshop_id=workshop.id, let_in_at=None, withdrawn_at=None)
    count = db.session.scalar(waiting.where(Statement.held_at.is_not(None)))
    found = [f"{count} answer{'s' if count > 1 else ''}"] if count else []
    if any(wait_late(Room.of(workshop, *place)) for place in full_boxes(workshop)):
        found.append("words without a position")
    return " and ".join(found)


def full_boxes(workshop):
    """The steps, as (stage, episode id), in whose box enough slips lie to be told of if they came late."""
    found = select(Slip.stage, Slip.episode_id).filter_by(workshop_id=workshop.id)
    found = found.group_by(Slip.stage, Slip.episode_id).having(func.count(Slip.id) >= FEWEST_LATE)
    return db.session.execute(found).all()
