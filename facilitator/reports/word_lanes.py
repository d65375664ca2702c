"""The lanes as a table for Word: agencies down, time across, episodes over the columns they cover.

Drawn with cells and not as a picture, so that it can be read aloud, searched and printed at any size, and its numbers
lead on. Which column and row an entry stands in is worked out as for the wall.
"""

from itertools import groupby

from facilitator.narrative.pages import LEAST_ROW, Sheet, pages_of
from facilitator.narrative.strips import strips_of
from facilitator.reports.places import entry_place, episode_place
from facilitator.reports.word_parts import element, link, paragraph, run, twips

WIDTH, NAMES = 253, 31  # mm, on a lying page
PAPER = Sheet(columns=6, room=9 * LEAST_ROW)
SHORT = 95  # signs of an entry; the rest stands in the table of its lane
SOLID, DASHED, DOTTED = "single", "dashed", "dotted"
BAND, PAPER_WHITE = "E1EEEB", "FFFFFF"
SIDES = ("top", "left", "bottom", "right")
DESCRIPTION = (
    "A row for each agency, a column for each day on which something happened, from left to right in time. A box with "
    "a dashed edge has a rough date and spans the days it may mean. A shaded band with dotted edges is an episode. "
    "Every entry stands in full in the table of its agency’s lane."
)


def lane_tables(agencies, entries, episodes, disputed_by):
    """One table for each page of lanes. disputed_by: gives what to print of who disputes an entry, or nothing."""
    strips = strips_of(episodes)
    for page in pages_of(agencies, entries, strips, PAPER):
        yield lane_table(page, [strip for strip in strips if strip.columns(page.slots)], disputed_by)


def lane_table(page, strips, disputed_by):
    width = (WIDTH - NAMES) / len(page.slots)
    grid = element("tblGrid", *(element("gridCol", w=twips(one)) for one in [NAMES, *[width] * len(page.slots)]))
    rows = [dates(page.slots, width), *(episode_row(strip, page.slots, width) for strip in strips)]
    for agency, packed in page.lanes:
        for stretches in packed or [[]]:
            cells = boxes(stretches, page.slots, strips, width, disputed_by)
            rows.append(element("tr", element("trPr", element("cantSplit")), name(agency), *cells))
    return element("tbl", look(), grid, *rows)


def look():
    return element(
        "tblPr",
        element("tblStyle", val="ReportTable"),
        element("tblW", w=twips(WIDTH), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0620"),
        element("tblCaption", val="Lanes by agency on one time axis"),
        element("tblDescription", val=DESCRIPTION),
    )


def dates(slots, width):
    """The head of the table: a date over each group of columns of the same day."""
    cells = [cell([paragraph("TableHead", "Agency")], NAMES)]
    for said, group in groupby(slots, key=lambda slot: slot.name):
        group = list(group)
        shown = f"{said}, continued" if group[0].part else said
        cells.append(cell([paragraph("TableHead", shown)], width, len(group)))
    return element("tr", element("trPr", element("cantSplit"), element("tblHeader")), *cells)


def episode_row(strip, slots, width):
    """An episode over the columns it covers, with a link to where it is told in full."""
    place, covered = episode_place(strip.episode), strip.columns(slots)
    title = paragraph("TableText", link(place.anchor, place.label), run(f" {strip.episode.title}"))
    edges = dict.fromkeys(SIDES, DOTTED)
    return element(
        "tr",
        element("trPr", element("cantSplit")),
        cell([paragraph("TableText", run("Episode", style="Quiet"))], NAMES),
        *(cell([], width) for _ in range(covered[0])),
        cell([title], width, len(covered), edges, BAND),
        *(cell([], width) for _ in slots[covered[-1] + 1 :]),
    )


def name(agency):
    """The agency beside every row of its lane, because a lane may go on over the page."""
    return cell([paragraph("TableHead", f"{agency.letter} · {agency.name}")], NAMES)


def boxes(stretches, slots, strips, width, disputed_by):
    """The cells of one row of a lane: entries where they stand, and what is between them."""
    at = 0
    for stretch in sorted(stretches, key=lambda one: one.first):
        first, last = max(stretch.first, 0), min(stretch.last, len(slots) - 1)
        yield from (between(column, slots, strips, width) for column in range(at, first))
        edges = dict.fromkeys(SIDES, DASHED if stretch.entry.is_fuzzy else SOLID)
        yield cell(said(stretch.entry, disputed_by(stretch.entry)), width, last - first + 1, edges, PAPER_WHITE)
        at = last + 1
    yield from (between(column, slots, strips, width) for column in range(at, len(slots)))


def between(column, slots, strips, width):
    """An empty cell; shaded, and edged where an episode begins or ends, when an episode covers it."""
    covering = [strip.columns(slots) for strip in strips if strip.holds(slots[column])]
    edges = {"left": DOTTED} if any(one[0] == column for one in covering) else {}
    edges |= {"right": DOTTED} if any(one[-1] == column for one in covering) else {}
    return cell([], width, 1, edges, BAND if covering else None)


def said(entry, disputed):
    """An entry as a box holds it: number, how it is known, a rough date, its first words, who disputes it."""
    place = entry_place(entry)
    head = [link(place.anchor, place.label), run(f" {entry.known.name}", style="Quiet")]
    when = [paragraph("TableText", run(entry.when_label, italic=True))] if entry.is_fuzzy else []
    marks = [paragraph("TableText", run(disputed, bold=True))] if disputed else []
    return [paragraph("TableText", *head), *when, paragraph("TableWords", shortened(entry.text)), *marks]


def shortened(text):
    """The first words of a text, with “…” where it goes on."""
    words = " ".join(text.split())
    return words if len(words) <= SHORT else words[:SHORT].rsplit(" ", 1)[0] + "…"


def cell(paragraphs, width, span=1, edges=None, fill=None):
    """A cell of the table. edges: side → kind of line. fill: its colour, six hexadecimal signs."""
    parts = [element("tcW", w=twips(width * span), type="dxa")]
    parts += [element("gridSpan", val=span)] if span > 1 else []
    if edges:
        lines = (element(side, val=edges[side], sz=12, space=0, color="49555B") for side in SIDES if side in edges)
        parts.append(element("tcBorders", *lines))
    if fill:
        parts.append(element("shd", val="clear", color="auto", fill=fill))
    return element("tc", element("tcPr", *parts), *(paragraphs or [paragraph("TableText")]))
