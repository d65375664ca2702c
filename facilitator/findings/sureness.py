"""How sure the group is of a finding: each alone and in private, then a spread. (method.md, 2: uncertainty)

Three doubts are kept apart: about a date, about a fact, and about a finding. This is the third, and it is another
question than whether the finding rings true.
"""

from collections import Counter

from sqlalchemy import select

from facilitator.db import db
from facilitator.findings.models import SURE_ANSWERS, Sureness
from facilitator.perspectives.picture import answers_counted, how_many, take_picture
from facilitator.refusal import Refused
from facilitator.workshops.models import Participant

SURE_LABELS = {"very": "Very sure", "fairly": "Fairly sure", "not": "Not sure", "dont-know": "I don’t know"}


def say_how_sure(participant, room, finding, answer):
    """Keep how sure somebody is. It may be changed while the group is at it; twice is once. Returns whether it changed.

    answer: one of SURE_ANSWERS. Refused when it is none of them. What comes once the group has moved on does not count.
    """
    if answer not in SURE_ANSWERS:
        raise Refused("Please say how sure you are in one of the four ways. “I don’t know” is one of them.")
    given = sureness_by(finding, participant)
    if not room.is_current or (given and given.answer == answer):
        return False
    if given is None:
        given = Sureness(finding=finding, participant=participant)
        db.session.add(given)
    given.answer = answer
    db.session.flush()
    if room.is_revealed:
        take_picture(sureness_in(room.workshop, finding))
    return True


def sureness_by(finding, participant):
    found = select(Sureness).filter_by(finding_id=finding.id, participant_id=participant.id)
    return db.session.scalar(found)


def sureness_in(workshop, finding):
    """What the participants of one workshop said."""
    found = select(Sureness).filter_by(finding_id=finding.id).order_by(Sureness.id)
    return db.session.scalars(found.join(Participant).where(Participant.workshop_id == workshop.id)).all()


def spread_of_sureness(given):
    """Rows and total for parts.spread, every answer once: the whole room only, as it has seen it."""
    counts = Counter(answers_counted(given))
    return [(SURE_LABELS[key], counts[key]) for key in SURE_ANSWERS], how_many(given)
