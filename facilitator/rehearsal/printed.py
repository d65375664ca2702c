"""A Word report as it can be read again: its text, and what its evidence schedule says of each statement."""

import io
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree

from facilitator.reports.chapters.left_out import is_finding

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}tab": "\t", f"{WORD}noBreakHyphen": "-"}
NUMBER = re.compile(r"S-(\d{3,})\t(Withdrawn by its author)?")


@dataclass(frozen=True)
class Foot:
    """What stands under a statement in the schedule. leads_to: the anchors of the places where it is used."""

    text: str
    leads_to: tuple

    @property
    def rests_under_a_finding(self):
        return any(is_finding(anchor) for anchor in self.leads_to)


class Printed:
    """content: the bytes of a .docx."""

    def __init__(self, content):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            document = ElementTree.fromstring(parts.read("word/document.xml"))  # nosec # noqa: S314 - our own program wrote it
        self.paragraphs = list(document.iter(f"{WORD}p"))

    @cached_property
    def text(self):
        """All text, paragraph after paragraph, those in tables too."""
        return "\n".join(text_of(paragraph) for paragraph in self.paragraphs)

    @cached_property
    def withdrawn(self):
        """The numbers that the schedule gives as withdrawn."""
        return {number for number, gone, _ in self.schedule if gone}

    @cached_property
    def foots(self):
        """Number → the Foot under it."""
        return {number: foot for number, _, foot in self.schedule if foot}

    @cached_property
    def schedule(self):
        """(number, whether it was withdrawn, its Foot or None) for every statement, in order."""
        rows = []
        for paragraph in self.paragraphs:
            style, text = style_of(paragraph), text_of(paragraph)
            if style == "Statement" and (label := NUMBER.match(text)):
                rows.append((int(label[1]), bool(label[2]), None))
            elif style == "Source" and rows:
                number, gone, _ = rows[-1]
                rows[-1] = (number, gone, Foot(text, tuple(anchors_in(paragraph))))
        return rows


def style_of(paragraph):
    style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    return "" if style is None else style.get(f"{WORD}val")


def text_of(paragraph):
    pieces = paragraph.iter()
    return "".join((piece.text or "") if piece.tag == f"{WORD}t" else SIGNS.get(piece.tag, "") for piece in pieces)


def anchors_in(paragraph):
    return (link.get(f"{WORD}anchor") for link in paragraph.iter(f"{WORD}hyperlink") if link.get(f"{WORD}anchor"))
