"""Filling one A4 page: what still fits is reckoned from the number of signs in each style, on the safe side."""

from math import ceil

from docx.shared import Pt

ROOM = 700  # points between the margins of an A4 page, less a little
HEADING = 32  # points, of which its line is 14
# Style → height of a line and the space after it, in points, and the signs that surely fit into a line of a broad face.
STYLES = {
    "Normal": (14.5, 6, 80),
    "Bullet": (14.5, 3, 72),
    "Question": (14.5, 3, 70),
    "Evidence": (12.5, 6, 86),
    "Missing": (14.5, 6, 70),
    "Notice": (14.5, 10, 80),
    "BriefingTitle": (24.5, 2, 38),
}
LINES = {name: line for name, (line, _, _) in STYLES.items()} | {"Heading3": 14}


class Page:
    """One page being written into a manuscript. used: points filled. kept: points free for what must come after."""

    def __init__(self, report):
        self.report, self.used, self.kept = report, 0, 0
        set_lines(report.document)

    def heading(self, text):
        self.used += HEADING
        self.report.heading(3, text)

    def say(self, *pieces, style="Normal"):
        self.used += height(pieces, style)
        self.report.say(*pieces, style=style)

    def missing(self, sentence):
        self.used += height([sentence], "Missing")
        self.report.missing(sentence)

    def has_room_for(self, points):
        return self.used + self.kept + points <= ROOM


def set_lines(document):
    """Lines of an exact height: an office without our typeface takes another, and its lines may be a fifth taller."""
    for style in document.styles:
        if style.style_id in LINES:
            style.paragraph_format.line_spacing = Pt(LINES[style.style_id])


def height(pieces, style):
    """How much of the page a paragraph takes at most, in points."""
    line, after, signs = STYLES[style]
    text = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)
    return line * sum(max(1, ceil(len(part) / signs)) for part in text.split("\n")) + after
