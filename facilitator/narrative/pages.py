"""Cutting lanes into pages. Too much for one page goes on over the next; nothing is ever made smaller. (screens.md)"""

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from facilitator.narrative.axis import Stretch, place, rows, slots_for
from facilitator.narrative.strips import height_over

COLUMNS = 4
MOST_STACKED = 3
ROOM = 596  # units of height that a page has for its lanes, where nothing else is drawn
LEAST_ROW = 94
QUIET_ROW = 46  # of a lane without an entry; where there is no room, one such line stands for all of them


@dataclass(frozen=True)
class Page:
    """slots: its columns. lanes: pairs of agency and rows of stretches, counted from the page's first column."""

    slots: list
    lanes: list


@dataclass
class Sheet:
    """What a page holds. columns: at most so many. room: units of height for its lanes and the titles above them.

    A row here is as high as any other. Where words must fit, a sheet says how high each is, and what a name needs.
    """

    columns: int = COLUMNS
    room: int = ROOM

    def row(self, stretches, columns):
        """Units of height that a row needs on a page with so many columns."""
        return LEAST_ROW

    def name(self, agency):
        return 0

    def height(self, lanes, columns, apart=False):
        """The least height of these lanes. Those without an entry may share one line, unless they stand apart."""
        busy = [(agency, packed) for agency, packed in lanes if packed]
        quiet = len(lanes) - len(busy)
        told = (max(self.name(agency), sum(self.row(row, columns) for row in packed)) for agency, packed in busy)
        return sum(told) + (quiet if apart else bool(quiet)) * QUIET_ROW


def pages_of(agencies, entries, strips, sheet):
    """All pages of these lanes, stacked as high as gives the fewest. strips: whose titles need room above them."""
    laid_out = (list(lay_out(agencies, entries, stacked, strips, sheet)) for stacked in range(1, MOST_STACKED + 1))
    return min(laid_out, key=len)


def lay_out(agencies, entries, stacked, strips, sheet):
    slots = slots_for(entries, stacked)
    stretches = place(entries, slots, stacked)
    first = 0
    while first < len(slots):
        last = first
        lanes = lanes_between(agencies, stretches, first, last)
        while last + 1 < min(first + sheet.columns, len(slots)):
            more = lanes_between(agencies, stretches, first, last + 1)
            if sheet.height(more, last + 2 - first) > room_for(slots[first : last + 2], strips, sheet):
                break
            last, lanes = last + 1, more
        if whole := before_a_broken_day(slots, first, last, sheet.columns):
            last, lanes = whole, lanes_between(agencies, stretches, first, whole)
        shown = slots[first : last + 1]
        yield from fill_pages(shown, lanes, room_for(shown, strips, sheet), sheet)
        first = last + 1


def before_a_broken_day(slots, first, last, columns):
    """The last column before a day that this page would break and the next could hold whole, or None."""
    day = [index for index, slot in enumerate(slots) if slot.day == slots[last].day]
    breaks = day[-1] > last and day[0] > first and len(day) <= columns
    return day[0] - 1 if breaks else None


def lanes_between(agencies, stretches, first, last):
    """Every lane with the rows that the columns from first to last need. An entry is on one page only: its home's."""
    here = {agency.id: [] for agency in agencies}
    for stretch in stretches:
        if first <= stretch.home <= last:
            here[stretch.entry.agency_id].append(clipped(stretch, first, last))
    return [(agency, rows(here[agency.id])) for agency in agencies]


def clipped(stretch, first, last):
    """The part of a stretch on this page. A first of -1 says that it began before, one past the end that it goes on."""
    begin, end = max(stretch.first - first, -1), min(stretch.last - first, last - first + 1)
    return Stretch(stretch.entry, begin, end, stretch.home - first)


def fill_pages(slots, lanes, room, sheet):
    """One page if the lanes are low enough; else several, each with as many rows as it has room for."""
    quiet = [lane for lane in lanes if not lane[1]]
    here = []
    for one in [(agency, row) for agency, packed in lanes for row in packed]:
        if here and sheet.height(by_lane([*here, one]) + quiet, len(slots)) > room:
            yield Page(slots, by_lane(here) + quiet)
            here = []
        here.append(one)
    yield Page(slots, by_lane(here) + quiet)


def by_lane(told):
    """Pairs of agency and row as pairs of agency and its rows."""
    return [(agency, [row for _, row in some]) for agency, some in groupby(told, itemgetter(0))]


def room_for(slots, strips, sheet):
    """Units of height for the lanes of a page with these columns."""
    return sheet.room - height_over(slots, strips)
