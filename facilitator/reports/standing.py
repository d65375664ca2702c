"""How a statement stands, and whether its words may be printed."""

from dataclasses import dataclass

from facilitator.patterns.asking import is_open, place_of, reveals
from facilitator.reports.stops.looking import Looking


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
        self.revealed = reveals(review)
        self.shows, self.looking = {}, Looking(review)

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

    def prints(self, statement):
        """Whether its words are in the report.

        Words that no longer stand are left out when they could tell who somebody is: a correction, or setting them
        aside, has mended them.
        """
        status = self.of(statement)
        return status.printed and (status is STANDS or not self.looking.at(statement.text))

    def is_private(self, statement):
        """Whether it was given in a step that hides words until its reveal, and no reveal of that step stands."""
        stage = (statement.workshop_id, statement.stage)
        if stage not in self.shows:
            self.shows[stage] = is_open(statement)
        return not self.shows[stage] and place_of(statement) not in self.revealed
