"""How high the rows of a page of the wall are: as high as the words in them need. (screens.md: never shrink)"""

from facilitator.narrative.boxes import Box, box_height
from facilitator.narrative.fitting import SANS, fit
from facilitator.narrative.pages import LEAST_ROW, Sheet
from facilitator.narrative.sizes import GAP, NAME, NAME_LINE, NAMES, TALLEST_ROW, column_of

MOST_NAME_LINES = 12


class Wall(Sheet):
    """A page of the wall. disputed_by: gives the words of an entry's mark of dispute, or nothing."""

    def __init__(self, disputed_by):
        super().__init__()
        self.disputed_by = disputed_by
        self.known, self.names = {}, {}

    def row(self, stretches, columns):
        return max(LEAST_ROW, *(self.needed(stretch, columns) for stretch in stretches))

    def needed(self, stretch, columns):
        """The height of a box with all its words. A layout asks for the same one again and again."""
        first, last = clip(stretch, columns)
        asked = stretch.entry, last - first, columns
        if asked not in self.known:
            self.known[asked] = box_height(self.box(stretch, columns).lines_needed) + GAP
        return self.known[asked]

    def name(self, agency):
        if agency.id not in self.names:
            self.names[agency.id] = NAME_LINE * len(name_of(agency)) + 10
        return self.names[agency.id]

    def box(self, stretch, columns, y=0, height=0):
        """A stretch as it is drawn in a row at y of this height, with a little air around it."""
        first, last = clip(stretch, columns)
        column = column_of(columns)
        return Box(
            entry=stretch.entry,
            x=NAMES + first * column + GAP / 2,
            y=y + GAP / 2,
            width=(last - first + 1) * column - GAP,
            height=height - GAP,
            opens=stretch.first < 0,
            goes_on=stretch.last >= columns,
            disputed=self.disputed_by(stretch.entry),
        )

    def heights(self, lanes, columns, room):
        """For each lane the heights of its rows: what they need, and what is left over shared out among them."""
        needs = [self.spread(lane, columns) for lane in lanes]
        spare = (room - self.height(lanes, columns, apart=True)) / (sum(map(len, needs)) or 1)
        return [[max(need, min(need + max(spare, 0), TALLEST_ROW)) for need in rows] for rows in needs]

    def spread(self, lane, columns):
        """What the rows of one lane need. A name longer than all of them makes each a little higher."""
        needs = [self.row(row, columns) for row in lane[1]]
        more = max(0, self.name(lane[0]) - sum(needs)) / (len(needs) or 1)
        return [need + more for need in needs]


def clip(stretch, columns):
    """Its first and last column on the page."""
    return max(stretch.first, 0), min(stretch.last, columns - 1)


def name_of(agency):
    """The name beside a lane, line by line."""
    return fit(agency.name, NAMES - 70, NAME, MOST_NAME_LINES, face=SANS)
