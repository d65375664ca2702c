"""How a statement stands, and whether its words may be printed."""

from dataclasses import dataclass

from facilitator.patterns.asking import is_open, place_of, reveals
from facilitator.reports.stops.looking import Looking
from facilitator.workshops.room import is_conversation


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
        self.shows, self.one_to_one, self.looking = {}, {}, Looking(review)

    def of(self, statement):
        if statement.withdrawn_at:
            return WITHDRAWN
        if self.is_private(statement):
            return PRIVATE
        if statement.set_aside:
            return SET_ASIDE
        if statement.is_held:
            return HELD
        if statement.is_corrected:
            return Status(CORRECTED, f"corrected in {statement.newest.number_label}")
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

    def waits_for_agreement(self, given, workshop):
        """Whether a statement, or an answer without words, was given in a conversation and has not been agreed."""
        if workshop.id not in self.one_to_one:
            self.one_to_one[workshop.id] = is_conversation(workshop)
        agreed = (workshop.id, given.stage, given.episode_id) in self.revealed
        return self.one_to_one[workshop.id] and (getattr(given, "is_held", False) or not agreed)

    def is_private(self, statement):
        """Whether it was given in a step that hides words until its reveal, and no reveal of that step stands.

        What was given in a conversation is private until it has been read back and agreed.
        """
        if self.waits_for_agreement(statement, statement.workshop):
            return True
        stage = (statement.workshop_id, statement.stage)
        if stage not in self.shows:
            self.shows[stage] = is_open(statement)
        return not self.shows[stage] and place_of(statement) not in self.revealed
