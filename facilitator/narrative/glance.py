"""A long case at a glance: all lanes and all of its time on one screen, counts where the lanes have the words."""

from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from facilitator.narrative.asking import disputes_shown, entries_shown, reveals
from facilitator.narrative.dates import short_label
from facilitator.narrative.fitting import SANS, fit, measure
from facilitator.narrative.flags import flags_of
from facilitator.narrative.heights import name_of
from facilitator.narrative.legend import HEIGHT as LEGEND
from facilitator.narrative.pages import ROOM
from facilitator.narrative.sizes import DATE, GAP, HEAD, NAME, NAME_LINE, NAMES, WIDTH
from facilitator.narrative.strips import HEIGHT as TITLE
from facilitator.narrative.units import columns_over, units_of

WIDEST, LEAST_ROW, TALLEST_ROW, CELL = 150, 54, 104, 38
SEVERAL, MANY = 3, 6  # entries, from which a count is drawn stronger


@dataclass(frozen=True)
class Cell:
    """What one agency has in one unit. strength: 1 to 3, by how many. disputed: whether one of them is."""

    unit: object
    x: float
    count: int
    disputed: bool

    @property
    def strength(self):
        return 1 + (self.count >= SEVERAL) + (self.count >= MANY)


@dataclass(frozen=True)
class Row:
    """One agency. bands: (x, width) over which its rough dates may lie, where that is more than one unit."""

    agency: object
    name: list
    y: float
    cells: list
    bands: list


@dataclass(frozen=True)
class Glance:
    """One screen. heads: (x, words) of the larger times. breaks: where time without an entry is left out.

    also, only: lines that name the episodes without room for a flag, and say which stretch of time is chosen.
    """

    page: int
    pages: int
    units: list
    column: float
    heads: list
    breaks: list
    flags: list
    also: list
    rows: list
    height: float
    only: list
    width: int = WIDTH
    names: int = NAMES
    cell: int = CELL
    legend_height: int = LEGEND


def draw_glance(review, entries=None, *, page=0, episodes=(), only=""):
    """All of a case on one screen, or on a few when there are more lanes than one has room for.

    entries: by default those the whole room may see; there must be one. The other arguments are those of draw_lanes.
    """
    entries = entries_shown(review) if entries is None else entries
    units = units_of(entries)
    column = min((WIDTH - NAMES) / len(units), WIDEST)
    flags, left_out = flags_of(episodes, units, column, NAMES, WIDTH, HEAD)
    top = max((flag.y + TITLE for flag in flags), default=HEAD)
    parts = cut(review.agencies, int((ROOM + HEAD - top) // LEAST_ROW))
    page = max(0, min(page, len(parts) - 1))
    heights = heights_of(parts[page], ROOM + HEAD - top)
    places = accumulate(heights, initial=top)
    revealed = reveals(review)
    rows = [
        row_of(agency, units, column, y, height, revealed)
        for agency, y, height in zip(parts[page], places, heights, strict=False)
    ]
    return Glance(
        page=page,
        pages=len(parts),
        units=units,
        column=column,
        heads=heads_of(units, column),
        breaks=[NAMES + at * column for at, (one, two) in enumerate(pairwise(units), 1) if not two.follows(one)],
        flags=flags,
        also=fit(f"Also {', '.join(left_out)}", NAMES - GAP, NAME, 2, face=SANS) if left_out else [],
        rows=rows,
        height=top + sum(heights),
        only=fit(f"Only {short_label(only)}", NAMES - GAP, NAME, 2, face=SANS) if only else [],
    )


def cut(agencies, most):
    """The agencies in parts as even as can be, none longer than so many."""
    parts = -(-len(agencies) // most)
    size = -(-len(agencies) // parts)
    return [agencies[first : first + size] for first in range(0, len(agencies), size)]


def heights_of(agencies, room):
    """How high each row is: as its name needs, the rest shared out. Where there is no room for that, long names are cut
    before short ones are, and those that would then read alike last; where there is none at all, all are alike.
    """
    whole = [len(name_of(agency)) for agency in agencies]
    begun = [cut_name(agency, 1) for agency in agencies]
    told_apart = [min(lines, 2) if begun.count(first) > 1 else 1 for lines, first in zip(whole, begun, strict=True)]
    for lines in (whole, [min(one, 3) for one in whole], [min(one, 2) for one in whole], told_apart):
        needs = [max(LEAST_ROW, NAME_LINE * one + 10) for one in lines]
        spare = (room - sum(needs)) / len(needs)
        if spare >= 0:
            return [max(need, min(need + spare, TALLEST_ROW)) for need in needs]
    return [room / len(agencies)] * len(agencies)


def cut_name(agency, lines):
    """The name beside a row, in at most so many lines."""
    return fit(agency.name, NAMES - 70, NAME, lines, face=SANS)


def row_of(agency, units, column, y, height, revealed):
    cells = []
    for number, unit in enumerate(units):
        own = [entry for entry in unit.entries if entry.agency_id == agency.id]
        if own:
            disputed = any(disputes_shown(entry, revealed) for entry in own)
            cells.append(Cell(unit, NAMES + number * column + GAP / 2, len(own), disputed))
    name = cut_name(agency, max(1, int((height - 10) // NAME_LINE)))
    return Row(agency, name, y, cells, bands_of(agency, units, column))


def bands_of(agency, units, column):
    """Where the rough dates of an agency may lie, as far as that is more than one column; what overlaps is one band."""
    covered = set()
    for unit in units:
        for entry in unit.entries:
            if entry.agency_id == agency.id:
                here = columns_over(entry.earliest, entry.latest, units)
                covered.update(pairwise(here))
    bands = []
    for first, last in sorted(covered):
        if bands and bands[-1][1] == first:
            bands[-1][1] = last
        else:
            bands.append([first, last])
    return [(NAMES + first * column + GAP / 2, (last - first + 1) * column - GAP) for first, last in bands]


def heads_of(units, column):
    """(x, words) above the columns of one month or year: the longest words for it that there is room for."""
    heads = []
    for (whole, *shorter), group in groupby(enumerate(units), key=lambda pair: pair[1].within):
        group = list(group)
        room = len(group) * column - GAP
        words = next((words for words in (whole, *shorter) if measure(words, DATE * SANS) <= room), "")
        heads.append((NAMES + group[0][0] * column, words))
    return heads
