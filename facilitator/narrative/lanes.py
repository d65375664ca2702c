"""Lanes by agency on one time axis, as a drawing: places and words. The template _lanes.html turns it into SVG."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from facilitator.narrative.asking import disputes_shown, entries_shown, in_time, reveals
from facilitator.narrative.dates import short_label
from facilitator.narrative.fitting import SANS, fit
from facilitator.narrative.heights import Wall, name_of
from facilitator.narrative.legend import AFTER, SIGNS
from facilitator.narrative.legend import HEIGHT as LEGEND
from facilitator.narrative.pages import QUIET_ROW, pages_of, room_for
from facilitator.narrative.pieces import in_pieces, whole
from facilitator.narrative.sizes import DATE, GAP, HEAD, NAME, NAMES, WIDTH, column_of
from facilitator.narrative.strips import height_over, strips_of


@dataclass(frozen=True)
class Lane:
    """y, height: where it is. name: the agency's name, line by line."""

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

    @property
    def foot(self):
        """Where the lanes end. What the quiet agencies share stands below it, with no line across its words."""
        return self.lanes[-1].y + self.lanes[-1].height


def draw_lanes(review, entries=None, *, page=0, episodes=(), only=""):
    """A page of lanes of a review.

    entries: by default those the whole room may see. page: counted from 0; past the end gives the last. episodes: drawn
    across the lanes, over the columns they cover. Everything is in units of a drawing 1,792 wide, which is what the
    wall has at 1,920 × 1,080: type of 32 units is 32 pixels there. only: the stretch these entries were chosen from, as
    EDTF, to be said in the drawing.
    """
    entries = entries_shown(review) if entries is None else entries
    strips = strips_of(episodes)
    revealed = reveals(review)
    sheet = Wall(partial(disputed_by, revealed=revealed))
    pages = pages_of(review.agencies, list(in_pieces(entries)), strips, sheet) if entries else []
    if not pages:
        return Drawing(0, 0, 0, [], [], "", [], [], [], [], list)
    page = max(0, min(page, len(pages) - 1))
    every = sorted({slot for one in pages for slot in one.slots})
    shown = draw(pages[page], every, strips, sheet)
    return Drawing(
        page=page,
        pages=len(pages),
        only=fit(f"Only {short_label(only)}", NAMES - GAP, NAME, 2, face=SANS) if only else [],
        disputes_of=lambda entry: disputes_shown(entry, revealed),
        **shown,
    )


def draw(shown, every, strips, sheet):
    """What is drawn on one page. every: the columns of all pages, in order."""
    column = column_of(len(shown.slots))
    strips = [strip for strip in strips if strip.columns(shown.slots)]
    top, room = HEAD + height_over(shown.slots, strips), room_for(shown.slots, strips, sheet)
    lanes, quiet = apart(shown, room, sheet)
    lanes = list(draw_rows(lanes, len(shown.slots), top, room - bool(quiet) * QUIET_ROW, sheet))
    return {
        "height": lanes[-1].y + lanes[-1].height + bool(quiet) * QUIET_ROW,
        "quiet": quiet,
        "marks": marks_of(shown.slots, column),
        "spans": [strip.drawn(shown.slots, every, column, NAMES, HEAD) for strip in strips],
        "also": ", ".join(strip.episode.label for strip in strips if not strip.titled),
        "lanes": lanes,
        "entries": sorted({whole(box.entry) for lane in lanes for box in lane.boxes}, key=in_time),
    }


def apart(shown, room, sheet):
    """The lanes to draw, and the agencies that have nothing here and share one line, because the room is short."""
    if sheet.height(shown.lanes, len(shown.slots), apart=True) <= room:
        return shown.lanes, []
    return [lane for lane in shown.lanes if lane[1]], [agency for agency, rows in shown.lanes if not rows]


def draw_rows(lanes, columns, top, room, sheet):
    """Every lane of a page, its rows as high as their words need, and higher where the page has room."""
    for (agency, rows), heights in zip(lanes, sheet.heights(lanes, columns, room), strict=True):
        boxes, y = [], top
        for row, height in zip(rows, heights, strict=True):
            boxes += [sheet.box(stretch, columns, y, height) for stretch in row]
            y += height
        tall = sum(heights) or QUIET_ROW
        name = name_of(agency) if rows else fit(agency.name, WIDTH - 70, NAME, 1, face=SANS)
        yield Lane(agency, top, tall, name, boxes)
        top += tall


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
