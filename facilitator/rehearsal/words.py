"""The words that are given in a rehearsal, and what became of them."""

import re
from dataclasses import dataclass


@dataclass(eq=False)
class Words:
    """Something that one participant was to say. name: where it stands in the case file, such as hv.first-call.feeling.

    agency, role: the position of who says it. refusal: the sentence if the server would not take it. saved: whether it
    was answered with a yes. number: the statement's, as the archive has it. in_report: whether it was found there.
    """

    name: str
    agency: str
    role: str
    text: str
    refusal: str = ""
    saved: bool = False
    number: int | None = None
    in_report: bool = False

    def turn_down(self, refusal):
        """The server would not take them. What it quotes is left out: these are somebody's words."""
        self.refusal = re.sub("“[^”]*”", "“…”", refusal.sentence)

    @property
    def label(self):
        return f"{self.name} (S-{self.number:03d})" if self.number else self.name
