"""How a statement stands, and whether its words may be printed."""

from dataclasses import dataclass

from sqlalchemy import select

from facilitator.db import db
from facilitator.refusal import Refused
from facilitator.workshops.kinds import KINDS
from facilitator.workshops.models import Reveal, Workshop
from facilitator.workshops.room import script_of


@dataclass(frozen=True)
class Status:
    """How one statement stands. note: the same in a word or two for a citation, empty when it simply stands.

    printed: whether its words are in the report at all.
    """

    name: str
    note: str = ""
    printed: bool = True


STANDS = Status("stands")
WITHDRAWN = Status("withdrawn", "withdrawn", printed=False)
# Nobody reads private words before the reveal, so the report does not show them either. (method.md, 11)
PRIVATE = Status("private", "not revealed", printed=False)
SET_ASIDE = Status("set aside", "set aside")
HELD = Status("held", "came late")
CORRECTED = "corrected"


class Standing:
    """How every statement of a review stands at this moment."""

    def __init__(self, review):
        of_review = (
            select(Reveal).join(Workshop, Workshop.id == Reveal.workshop_id).where(Workshop.review_id == review.id)
        )
        reveals = db.session.scalars(of_review.where(Reveal.undone_at.is_(None)))
        self.revealed = {(one.workshop_id, one.stage, one.episode_id) for one in reveals}
        self.hidden = {}

    def of(self, statement):
        if statement.withdrawn_at:
            return WITHDRAWN
        if self.is_private(statement):
            return PRIVATE
        if statement.set_aside:
            return SET_ASIDE
        if statement.is_held:
            return HELD
        if statement.replaced_by:
            return Status(CORRECTED, f"corrected in {statement.replaced_by[-1].number_label}")
        return STANDS

    def counts(self, statement):
        """Whether it goes into figures and quotations."""
        return self.of(statement) is STANDS

    def is_private(self, statement):
        """Whether it was given in a step that is hidden until its reveal, and no reveal of that step stands."""
        step = (statement.workshop_id, statement.stage, statement.episode_id)
        return step not in self.revealed and self.hides(statement.workshop, statement.stage)

    def hides(self, workshop, stage):
        """Whether a stage of a workshop keeps words private until the reveal."""
        if (workshop.id, stage) not in self.hidden:
            self.hidden[workshop.id, stage] = hidden_until_reveal(workshop, stage)
        return self.hidden[workshop.id, stage]


def hidden_until_reveal(workshop, slug):
    """As the script says. When the script has gone, an open workshop is taken to hide and a closed one not to."""
    try:
        stage = script_of(workshop).stage(slug)
    except Refused:
        stage = None
    return KINDS[stage.kind].hidden if stage else workshop.is_open
