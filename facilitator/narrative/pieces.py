"""Words too long for one screen go on over the next ones; nothing of them is left out. (screens.md)"""

from facilitator.narrative.boxes import LINE, SAID, SIDE, box_height
from facilitator.narrative.fitting import wrap
from facilitator.narrative.pages import QUIET_ROW, ROOM
from facilitator.narrative.sizes import GAP, WIDEST_COLUMN
from facilitator.narrative.strips import HEIGHT as TITLE
from facilitator.narrative.strips import MOST_LAYERS

WIDTH = WIDEST_COLUMN - GAP - 2 * SIDE
# The lines of a box that has the least room a page can have to itself; its number and its mark may each take one.
LINES = (ROOM - MOST_LAYERS * TITLE - QUIET_ROW - GAP - box_height(0)) // LINE - 2


class Piece:
    """Some of the words of an entry. In everything else it is that entry."""

    def __init__(self, whole, text, goes_on):
        self.whole, self.text = whole, text
        self.number_label = f"{whole.number_label}, continued" if goes_on else whole.number_label

    def __getattr__(self, name):
        return getattr(self.whole, name)


def in_pieces(entries):
    """The entries in their order; in place of one that is too long, its pieces."""
    for entry in entries:
        lines = wrap(entry.text, WIDTH, SAID)
        if len(lines) <= LINES:
            yield entry
            continue
        for first in range(0, len(lines), LINES):
            yield Piece(entry, " ".join(lines[first : first + LINES]), goes_on=first > 0)


def whole(entry):
    return getattr(entry, "whole", entry)
