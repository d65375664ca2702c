"""Lanes by agency on one time axis, as a drawing: places and words. The template _lanes.html turns it into SVG."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from facilitator.narrative.asking import disputes_shown, entries_shown, in_time, reveals
from facilitator.narrative.boxes import Box
from facilitator.narrative.dates import short_label
from facilitator.narrative.fitting import SANS, fit
from facilitator.narrative.legend import AFTER, SIGNS
from facilitator.narrative.legend import HEIGHT as LEGEND
from facilitator.narrative.pages import LEAST_ROW, QUIET_ROW, ROOM, pages_of
from facilitator.narrative.strips import height_over, strips_of

WIDTH, NAMES, HEAD, GAP = 1792, 300, 84, 8
NAME, DATE = 28, 32  # type sizes
WIDEST_COLUMN, TALLEST_ROW = 746, 208


@dataclass(frozen=True)
class Lane:
    """y, height: where it is. name: the agency's name as one or two lines."""

    agency: object
    y: float
    height: float
    name: list
    boxes: list


@dataclass(frozen=True)
class Drawing:
    """One page of lanes. marks: (x, lines of a date). entries: those on this page. height: of the lanes, legend apart.
    quiet: agencies that have nothing here and share one line. only: lines that say which stretch of time is chosen.

    spans: episodes across the lanes. also: the labels of those whose title had no room. disputes_of: gives the disputes
    of an entry that the room may see.
    """

    page: int
    pages: int
    height: float
    marks: list
    spans: list
    also: str
    lanes: list
    quiet: list
    only: list
    entries: list
    disputes_of: Callable
    width: int = WIDTH
    signs: tuple = tuple(SIGNS)
    after_signs: float = AFTER
    legend_height: int = LEGEND


def draw_lanes(review, entries=None, *, page=0, episodes=(), only=""):
    """A page of lanes of a review.

    entries: by default those the whole room may see. page: counted from 0; past the end gives the last. episodes: drawn
    across the lanes, over the columns they cover. Everything is in units of a drawing 1,792 wide, which is what the
    wall has at 1,920 × 1,080: type of 32 units is 32 pixels there. only: the stretch these entries were chosen from, as
    EDTF, to be said in the drawing.
    """
    entries = entries_shown(review) if entries is None else entries
    strips = strips_of(episodes)
    pages = pages_of(review.agencies, entries, strips) if entries else []
    if not pages:
        return Drawing(0, 0, 0, [], [], "", [], [], [], [], list)
    page = max(0, min(page, len(pages) - 1))
    every = sorted({slot for one in pages for slot in one.slots})
    return draw(pages[page], every, strips, reveals(review), page=page, pages=len(pages), only=only)


def draw(shown, every, strips, revealed, only, **paging):
    column = min((WIDTH - NAMES) / len(shown.slots), WIDEST_COLUMN)
    strips = [strip for strip in strips if strip.columns(shown.slots)]
    top = HEAD + height_over(shown.slots, strips)
    lanes, quiet = apart(shown.lanes, ROOM + HEAD - top)
    lanes = list(draw_rows(lanes, column, len(shown.slots), top, ROOM + HEAD - top - bool(quiet) * QUIET_ROW, revealed))
    return Drawing(
        **paging,
        height=lanes[-1].y + lanes[-1].height + bool(quiet) * QUIET_ROW,
        quiet=quiet,
        only=fit(f"Only {short_label(only)}", NAMES - GAP, NAME, 2, face=SANS) if only else [],
        marks=marks_of(shown.slots, column),
        spans=[strip.drawn(shown.slots, every, column, NAMES, HEAD) for strip in strips],
        also=", ".join(strip.episode.label for strip in strips if not strip.titled),
        lanes=lanes,
        entries=sorted({box.entry for lane in lanes for box in lane.boxes}, key=in_time),
        disputes_of=lambda entry: disputes_shown(entry, revealed),
    )


def apart(lanes, room):
    """The lanes to draw, and the agencies that have nothing here and share one line, because the room is short."""
    busy = [lane for lane in lanes if lane[1]]
    if sum(len(rows) for _, rows in busy) * LEAST_ROW + (len(lanes) - len(busy)) * QUIET_ROW <= room:
        return lanes, []
    return busy, [agency for agency, rows in lanes if not rows]


def draw_rows(lanes, column, columns, top, room, revealed):
    """Every lane of a page, its rows as high as the page allows."""
    busy = sum(len(rows) for _, rows in lanes)
    quiet = sum(not rows for _, rows in lanes) * QUIET_ROW
    height = max(LEAST_ROW, min((room - quiet) / busy if busy else 0, TALLEST_ROW))
    for agency, rows in lanes:
        boxes = [
            draw_box(stretch, column, columns, top + number * height, height, revealed)
            for number, row in enumerate(rows)
            for stretch in row
        ]
        tall = len(rows) * height or QUIET_ROW
        yield Lane(agency, top, tall, fit(agency.name, NAMES - 70 if rows else WIDTH / 2, NAME, 2, face=SANS), boxes)
        top += tall


def draw_box(stretch, column, columns, y, height, revealed):
    first, last = max(stretch.first, 0), min(stretch.last, columns - 1)
    return Box(
        entry=stretch.entry,
        x=NAMES + first * column + GAP / 2,
        y=y + GAP / 2,
        width=(last - first + 1) * column - GAP,
        height=height - GAP,
        opens=stretch.first < 0,
        goes_on=stretch.last >= columns,
        disputed=disputed_by(stretch.entry, revealed),
    )


def disputed_by(entry, revealed):
    """“disputed by G, H”, or nothing. Letters, because there is little room; the table has the names."""
    letters = {dispute.position.agency.letter for dispute in disputes_shown(entry, revealed)}
    return f"disputed by {', '.join(sorted(letters))}" if letters else ""


def marks_of(slots, column):
    """A date above each group of columns of the same day, in at most two lines."""
    marks = []
    for name, group in groupby(enumerate(slots), key=lambda pair: pair[1].name):
        group = list(group)
        said = f"{name}, continued" if group[0][1].part else name
        marks.append((NAMES + group[0][0] * column, fit(said, len(group) * column - GAP - 12, DATE, 2, face=SANS)))
    return marks
