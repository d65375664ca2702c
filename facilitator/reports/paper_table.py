"""A table of the report on its page: its title, its head, the widths of its columns, and the lines around its cells."""

from docx.oxml.ns import qn
from lxml import etree

from facilitator.reports.paper_parts import sub, value
from facilitator.reports.word_lanes import PAPER_WHITE


def draw_table(paper, parent, node):
    """Draw a Word table into an HTML element. Its title is there for who cannot see it, as in Word."""
    title = " ".join(filter(None, [value(node, "tblPr", "tblCaption"), value(node, "tblPr", "tblDescription")]))
    room = sub(parent, "div", "table-room")
    if paper.lying:
        # It may be wider than the window, and is then moved by keyboard too.
        room.attrib.update({"tabindex": "0", "role": "group", "aria-label": title})
    table = sub(room, "table")
    sub(table, "caption", "hidden").text = title
    draw_columns(table, node)
    for heads in (True, False):
        rows = [row for row in node.iterchildren(qn("w:tr")) if is_head(row) is heads]
        part = sub(table, "thead" if heads else "tbody") if rows else None
        for row in rows:
            draw_row(paper, sub(part, "tr"), row, heads)


def is_head(row):
    return row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def draw_columns(table, node):
    widths = [int(one.get(qn("w:w"))) for one in node.iter(qn("w:gridCol"))]
    group = sub(table, "colgroup")
    for width in widths:
        sub(group, "col", width=f"{100 * width / sum(widths):.1f}%")


def draw_row(paper, parent, row, head):
    for one in row.iterchildren(qn("w:tc")):
        span = value(one, "tcPr", "gridSpan")
        cell = sub(parent, "th" if head else "td", " ".join(lines_of(one)), colspan=span)
        if head:
            cell.set("scope", "colgroup" if span else "col")
        paper.inside(cell, one)


def lines_of(cell):
    """The classes of a cell: on which side it has which line, and whether it is shaded."""
    drawn = cell.find(f"{qn('w:tcPr')}/{qn('w:tcBorders')}")
    lines = [f"{etree.QName(one).localname}-{one.get(qn('w:val'))}" for one in ([] if drawn is None else drawn)]
    shade = cell.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
    return [*lines, *(["shaded"] if shade is not None and shade.get(qn("w:fill")) != PAPER_WHITE else [])]
