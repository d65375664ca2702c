"""The report as it grows: lettered chapters, numbered paragraphs, bookmarks, and who cites which statement where."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import count

from facilitator.reports.places import Place, anchor_of
from facilitator.reports.standing import CORRECTED
from facilitator.reports.word_page import turn
from facilitator.reports.word_parts import element, field, link, links, paragraph, printable, run
from facilitator.reports.word_table import table

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass
class Line:
    """A line of the table of contents. first: the label of the first numbered paragraph under its heading."""

    level: int
    text: str
    place: Place
    first: str = ""


class Manuscript:
    """A Word document being written from front to back.

    uses: number of a statement → the places that rest on it, in order. contents: the lines of the table of contents.
    """

    def __init__(self, document, standing):
        self.document, self.standing = document, standing
        self.uses = defaultdict(dict)
        self.contents, self._without_first = [], []
        self._letters, self._bookmarks = iter(LETTERS), count(1)
        self.count_from("")

    @property
    def elements(self):
        """What has been written so far, from front to back, with what Word keeps about the pages."""
        return list(self.document.element.body)

    def add(self, *elements):
        """Put elements at the end, before what Word keeps there about the last page."""
        for one in elements:
            self.document.element.body[-1].addprevious(one)

    def count_from(self, series):
        """Number the paragraphs that follow with this series: A gives A.1, A.2 …"""
        self._series, self._number = series, count(1)

    def chapter(self, title, new_page=False):
        """A heading of the first level, with the next letter."""
        letter = next(self._letters)
        self.count_from(letter)
        self.heading(1, f"{letter}  {title}", Place(f"chapter_{letter}", letter), new_page)

    def heading(self, level, text, place=None, new_page=False):
        """A real heading. Levels 1 and 2 are listed in the contents."""
        text = " ".join(printable(text).split())
        if place is None and level < 3:
            place = Place(f"section_{len(self.contents)}", "")
        made = paragraph(f"Heading{level}", *(self.marked(place, run(text)) if place else [run(text)]))
        if new_page:
            made.pPr.append(element("pageBreakBefore"))
        if level < 3:
            self._list(Line(level, text, place))
        self.add(made)

    def _list(self, line):
        self.contents.append(line)
        self._without_first = [one for one in self._without_first if one.level < line.level] + [line]

    def marked(self, place, *pieces):
        """Pieces inside a bookmark."""
        number = next(self._bookmarks)
        start = element("bookmarkStart", id=number, name=place.anchor)
        return [start, *pieces, element("bookmarkEnd", id=number)]

    def say(self, *pieces, style="Normal"):
        """A paragraph without a number."""
        self.add(paragraph(style, *pieces))

    def next_place(self):
        """Where the next numbered paragraph will stand."""
        label = f"{self._series}.{next(self._number)}"
        return Place("p_" + label.replace(".", "_"), label)

    def numbered(self, *pieces, place=None, keep=False):
        """A numbered paragraph. place: from next_place, if it was needed earlier. keep: on a page with what follows."""
        place = place or self.next_place()
        for line in self._without_first:
            line.first = place.label
        self._without_first = []
        made = paragraph("Numbered", *self.marked(place, run(place.label)), run("\t"), *pieces)
        if keep:
            made.pPr.append(element("keepNext"))
        self.add(made)

    def missing(self, sentence="Not yet established."):
        self.say(sentence, style="Missing")

    def table(self, head, rows, widths, title):
        """A table, and a little room below it."""
        self.add(table(head, rows, widths, title), paragraph("TableGap"))

    def turn(self, landscape):
        turn(self.document, landscape)

    def cite(self, statement, place):
        """A link to a statement in the schedule, which in turn will link back to the place."""
        self.uses[statement.number].setdefault(place.anchor, place)
        return link(anchor_of(statement), statement.number_label)

    def evidence(self, lead, statements, place):
        """A line of the statements something rests on, or those that cut against it. Nothing when there are none."""
        if not statements:
            return
        pieces = [run(f"{lead}: ")]
        for number, statement in enumerate(statements):
            pieces += [run(", ")] if number else []
            pieces += self.cite_as_it_stands(statement, place)
        self.say(*pieces, run("."), style="Evidence")

    def cite_as_it_stands(self, statement, place):
        """A link to a statement and, when it does not simply stand, what became of it."""
        standing = self.standing.of(statement)
        if standing.name == CORRECTED:
            newer = self.cite(statement.newest, place)
            return [self.cite(statement, place), run(" (corrected in "), newer, run(")")]
        return [self.cite(statement, place), run(f" ({standing.note})") if standing.note else run("")]

    def quote(self, statement, place):
        """Somebody's words, with their position and number below."""
        self.say(f"“{statement.text}”", style="Words")
        self.say(f"{statement.giver}, ", self.cite(statement, place), style="Source")

    def used_in(self, statement):
        """Links back to every place that cites a statement, as pieces of a line."""
        return links([(place.anchor, place.label) for place in self.uses[statement.number].values()])

    def fill_contents(self, marker):
        """Put the table of contents where the marker stands: a field, filled in so that it is never empty.

        Nobody has laid out the pages yet, so until Word updates the field its right-hand column names paragraphs.
        """
        note = paragraph("ContentsNote", run("Paragraph"))
        for piece in reversed(field(r'TOC \o "1-2" \h \z \u')[:3]):
            note.insert(1, piece)
        lines = [paragraph(f"toc{line.level}", contents_link(line)) for line in self.contents]
        end = paragraph("Normal", field("")[-1])
        gallery = element("docPartObj", element("docPartGallery", val="Table of Contents"), element("docPartUnique"))
        marker.addprevious(element("sdt", element("sdtPr", gallery), element("sdtContent", note, *lines, end)))
        marker.getparent().remove(marker)


def contents_link(line):
    shown = f"{line.text}\t{line.first}" if line.first else line.text
    return element("hyperlink", run(shown), anchor=line.place.anchor, history=1)
