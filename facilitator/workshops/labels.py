"""What words given at a stage carry: the position, only the agency, or nothing. Said before anyone writes."""

from collections import Counter

from sqlalchemy import select

from facilitator.db import db
from facilitator.reviews.models import Agency, Position
from facilitator.reviews.small_groups import SMALLEST_GROUP

LABELS = ("position", "agency", "unlabelled")  # from the most revealing to the least
ONLY_POSITION = LABELS[:1]

CARRIED = {"position": "the position", "agency": "only the agency", "unlabelled": "nothing"}
COURT = "It is not protected from a court that takes your phone or this laptop, and your wording may give you away."


def stricter(promised, now):
    """The less revealing of what a phone promised when its page was drawn and what holds now.

    Words on their way while the facilitator loosens a stage carry no more than their writer was told.
    """
    return max((label for label in (promised, now) if label in LABELS), key=LABELS.index)


def carried_by(form, room):
    """What something a phone has sent may carry: no more than its page promised, and no more than holds now."""
    return stricter(form.get("labelled"), room.labelled)


def promise(room, participant):
    """What the words written now will carry, in the words the phone says before anyone writes."""
    position = participant.position
    return {
        "position": f"Your words will carry: {position.label}.",
        "agency": f"Your words will carry only: {position.agency.name}. Who in it wrote them is not stored. {COURT}",
        "unlabelled": f"Nobody, not even this program, can tell who wrote this: that is not stored. {COURT}",
    }[room.labelled]


def names_somebody(room, participant):
    """A sentence when what the words carry is as good as a name in this room, else nothing. (trust.md, 4)"""
    if room.labelled == "position":
        alone = room.is_alone(participant)
        return "You are the only one here in this position, so people here may know it is you." if alone else ""
    same = sum(one.agency_id == participant.position.agency_id for one in room.here)
    if room.labelled == "agency" and same <= 1:
        return "You are the only one here from your agency, so people here may know it is you."
    few = room.labelled == "agency" and same < SMALLEST_GROUP
    return "Fewer than five people from your agency are here, so others may guess." if few else ""


def lone_positions(room):
    """The positions that only one person in the room has, agency by agency: there, they are names."""
    here = Counter(one.position_id for one in room.here)
    lone = [position_id for position_id, people in here.items() if people == 1]
    found = select(Position).join(Agency).where(Position.id.in_(lone)).order_by(Agency.number, Position.id)
    return db.session.scalars(found).all() if lone else []
