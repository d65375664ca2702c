"""Tables for Word, built row by row as XML: python-docx looks up every cell anew and takes minutes for hundreds."""

from docx.oxml.ns import qn

from facilitator.reports.word_parts import element, paragraph, printable, twips

LONG = 700  # signs; a longer cell would leave too much of a page empty if its row were kept together


def table(head, rows, widths, title):
    """A table whose head is repeated on every page.

    head: labels of the columns, or None. rows: lists of cells; a cell is text, a paragraph, or a list of paragraphs; a
    row of one cell spans the table. widths: of the columns, in millimetres. title: what it shows, for who cannot see.
    """
    look = element(
        "tblPr",
        element("tblStyle", val="ReportTable"),
        element("tblW", w=sum(twips(width) for width in widths), type="dxa"),
        element("tblLayout", type="fixed"),
        # The two bits that switch stripes off, and the one that marks the first row as a head.
        element("tblLook", val="0620" if head else "0600"),
        element("tblCaption", val=printable(title)),
    )
    grid = element("tblGrid", *(element("gridCol", w=twips(width)) for width in widths))
    head_row = row([paragraph("TableHead", label) for label in head], widths, element("tblHeader")) if head else None
    return element("tbl", look, grid, head_row, *(row(cells, widths) for cells in rows))


def row(cells, widths, *marks):
    spans = len(cells) == 1 and len(widths) > 1
    marks = marks or ([element("cantSplit")] if is_short(cells) else [])
    made = element("tr", element("trPr", *marks) if marks else None)
    for cell, width in zip(cells, [sum(widths)] if spans else widths, strict=True):
        look = element("tcPr", element("tcW", w=twips(width), type="dxa"))
        if spans:
            look.append(element("gridSpan", val=len(widths)))
        made.append(element("tc", look, *as_paragraphs(cell)))
    return made


def is_short(cells):
    """Whether a row should stay on one page; long accounts may go on over the page."""
    return all(length(as_paragraphs(cell)) < LONG for cell in cells)


def length(paragraphs):
    return sum(len(text.text or "") for piece in paragraphs for text in piece.iter(qn("w:t")))


def as_paragraphs(cell):
    if isinstance(cell, str):
        return [paragraph("TableText", cell)]
    return list(cell) or [paragraph("TableText")] if isinstance(cell, list) else [cell]
