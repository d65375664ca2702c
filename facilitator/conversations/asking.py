"""Named questions about conversations: who speaks in one, what was written, what has been agreed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from facilitator.db import db
from facilitator.perspectives.asking import all_own
from facilitator.perspectives.models import Abstention
from facilitator.refusal import NotFound
from facilitator.reviews.settings import setting_of
from facilitator.workshops.door import find_workshop
from facilitator.workshops.models import Reveal
from facilitator.workshops.room import Room, is_conversation, library


def find_conversation(code, may):
    """The conversation with this code, for someone who may do the act. Refused when it is a workshop of a room."""
    workshop = find_workshop(code, may=may)
    if not (is_conversation(workshop) and workshop.participants):
        raise NotFound("This is a workshop and not a conversation. Open it from the page of its review.")
    return workshop


def scripts_for(review):
    """The guides there are, those of the review's setting first."""
    first = setting_of(review).scripts
    found = [one for one in library().scripts.values() if one.is_conversation]
    return sorted(found, key=lambda one: (one.slug not in first, one.slug))


def conversations_of(review):
    return [one for one in review.workshops if is_conversation(one) and one.participants]


def giver(workshop):
    """The one whose words are written here."""
    return workshop.participants[0]


@dataclass(frozen=True)
class State:
    """How a conversation stands. written: answers that stand. waiting: those not agreed yet. agreed_at: when last."""

    written: int
    waiting: int
    agreed_at: datetime | None

    @property
    def is_agreed(self):
        return self.agreed_at is not None and not self.waiting


def state_of(workshop):
    own, silent = written_in(workshop), silences_in(workshop)
    agreed = agreed_places(workshop)
    waiting = [one for one in (*own, *silent) if waits(one, agreed)]
    found = select(func.max(Reveal.at)).filter_by(workshop_id=workshop.id, undone_at=None)
    return State(len(own) + len(silent), len(waiting), db.session.scalar(found))


def written_in(workshop):
    """What the person gave, each in its latest version, in the order of the script and then of their numbers."""
    steps = [step.place for step in Room.of(workshop).steps]
    own = [one for one in all_own(giver(workshop)) if not (one.withdrawn_at or one.replaced_by)]

    def place(one):
        at = (one.stage, one.episode_id)
        return steps.index(at) if at in steps else len(steps)

    return sorted(own, key=lambda one: (place(one), one.number))


def silences_in(workshop):
    """The answers without words."""
    found = select(Abstention).filter_by(participant_id=giver(workshop).id).order_by(Abstention.id)
    return db.session.scalars(found).all()


def agreed_places(workshop):
    """The steps whose words the person has heard and agreed to: (stage, episode id)."""
    found = select(Reveal.stage, Reveal.episode_id).filter_by(workshop_id=workshop.id, undone_at=None)
    return {tuple(one) for one in db.session.execute(found)}


def waits(one, agreed):
    """Whether a statement or an answer without words still waits to be read back and agreed."""
    return (one.stage, one.episode_id) not in agreed or getattr(one, "is_held", False)


def newest_of(workshop):
    """What changes with everything that is written here: a page says with it what was read from it."""
    own = [(one.number, bool(one.withdrawn_at)) for one in all_own(giver(workshop))]
    silent = [(one.question, one.answer) for one in silences_in(workshop)]
    return f"{len(own)}-{max((number for number, _ in own), default=0)}-{len(silent)}"
