"""The words that are given in a rehearsal, and what became of them."""

import re
from dataclasses import dataclass

WITHDRAWN, SET_ASIDE = "withdrawn", "set aside"


@dataclass(eq=False)
class Words:
    """Something that one participant was to say. name: where it stands in the case file, such as hv.first-call.feeling.

    agency, role: the position of who says it. refusal: the sentence if the server would not take it. saved: whether it
    was answered with a yes. ended, because: whether it was withdrawn or set aside, and why. number: the statement's, as
    the archive has it. in_report: whether it was found there. place: where the report accounts for it, one of
    PLACES, or empty.
    """

    name: str
    agency: str
    role: str
    text: str
    refusal: str = ""
    saved: bool = False
    ended: str = ""
    because: str = ""
    number: int | None = None
    in_report: bool = False
    place: str = ""

    def turn_down(self, refusal):
        """The server would not take them. What it quotes is left out: these are somebody's words."""
        self.refusal = re.sub("“[^”]*”", "“…”", refusal.sentence)

    @property
    def label(self):
        return f"{self.name} (S-{self.number:03d})" if self.number else self.name

    @property
    def missing(self):
        """What is wrong with how they ended, in a few words; empty when all is well."""
        if self.number is None:
            return "not saved"
        if self.ended == WITHDRAWN:
            return "" if self.place else "withdrawn, and not gone or not counted"
        if not self.in_report:
            return "not in the report"
        return "" if self.place else "in the report without saying how it stands"
