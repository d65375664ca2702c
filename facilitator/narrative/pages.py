"""Cutting lanes into pages. Too much for one page goes on over the next; nothing is ever made smaller. (screens.md)"""

from dataclasses import dataclass

from facilitator.narrative.axis import Stretch, place, rows, slots_for

COLUMNS = 5
MOST_STACKED = 3
ROOM = 644  # units of height that a page has for its lanes, where nothing else is drawn
LEAST_ROW, QUIET_ROW = 84, 46


@dataclass(frozen=True)
class Page:
    """slots: its columns. lanes: pairs of agency and rows of stretches, counted from the page's first column."""

    slots: list
    lanes: list


def pages_of(agencies, entries, room=ROOM):
    """All pages of these lanes, stacked as high as gives the fewest. room: units of height for the lanes of a page."""
    laid_out = (list(lay_out(agencies, entries, stacked, room)) for stacked in range(1, MOST_STACKED + 1))
    return min(laid_out, key=len)


def lay_out(agencies, entries, stacked, room):
    slots = slots_for(entries, stacked)
    stretches = place(entries, slots, stacked)
    first = 0
    while first < len(slots):
        last = first
        lanes = lanes_between(agencies, stretches, first, last)
        while last + 1 < min(first + COLUMNS, len(slots)):
            more = lanes_between(agencies, stretches, first, last + 1)
            if height_of(more) > room:
                break
            last, lanes = last + 1, more
        if whole := before_a_broken_day(slots, first, last):
            last, lanes = whole, lanes_between(agencies, stretches, first, whole)
        yield from fill_pages(slots[first : last + 1], lanes, room)
        first = last + 1


def before_a_broken_day(slots, first, last):
    """The last column before a day that this page would break and the next could hold whole, or None."""
    day = [index for index, slot in enumerate(slots) if slot.day == slots[last].day]
    breaks = day[-1] > last and day[0] > first and len(day) <= COLUMNS
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


def fill_pages(slots, lanes, room):
    """One page if the lanes are low enough; else several, each with as many rows as it has room for."""
    page, height = [], 0
    for agency, packed in lanes:
        for row in packed or [None]:
            needed = LEAST_ROW if row else QUIET_ROW
            if height + needed > room:
                yield Page(slots, page)
                page, height = [], 0
            if not page or page[-1][0] is not agency:
                page.append((agency, []))
            if row:
                page[-1][1].append(row)
            height += needed
    yield Page(slots, page)


def height_of(lanes):
    return sum(len(packed) * LEAST_ROW or QUIET_ROW for _, packed in lanes)
