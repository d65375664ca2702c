"""The Markdown of a finding's paragraphs, as pieces for Word. HTML typed into it is printed as it was typed."""

import re

import markdown
from lxml import html

from facilitator.reports.word_parts import element, printable, run

# Marks that python-markdown uses inside, and removes from what people typed if it may.
INSIDE = re.compile("[\x02\x03]")
NUMBER = re.compile(r"\b(S-[0-9]{3,9})\b")


def as_blocks(text, cite=lambda number: None):
    """Markdown as a list of (kind, pieces): kind is "text" or "bullet", pieces are runs for one paragraph.

    cite: gives the link for a statement's number named in the text, or None when there is no such statement.
    """
    blocks = []
    for block in parsed(text):
        if block.tag in ("ul", "ol"):
            items = list(block.iter("li"))
            blocks += [
                ("bullet", [run(sign(block, number)), *runs(item, cite)]) for number, item in enumerate(items, 1)
            ]
        else:
            blocks.append(("text", runs(block, cite)))
    return blocks


def as_plain(text):
    """Markdown as one line of plain text, for a heading."""
    return " ".join(" ".join(block.text_content().split()) for block in parsed(text))


def parsed(text):
    reader = markdown.Markdown(extensions=["sane_lists", "nl2br"])
    reader.preprocessors.deregister("html_block")
    for name in ("html", "entity", "image_link", "image_reference"):
        reader.inlinePatterns.deregister(name)
    made = reader.convert(INSIDE.sub("", printable(text)))
    return list(html.fragment_fromstring(made, create_parent="div")) if made else []


def sign(block, number):
    return f"{number}.\t" if block.tag == "ol" else "•\t"


def runs(node, cite, bold=False, italic=False):
    """The text of an element and everything in it, as runs and links."""
    bold, italic = bold or node.tag in ("strong", "h1", "h2", "h3", "h4"), italic or node.tag == "em"
    pieces = runs_of(node.text, cite, bold, italic)
    for child in node:
        pieces += [element("r", element("br"))] if child.tag == "br" else runs(child, cite, bold, italic)
        pieces += runs_of(child.tail, cite, bold, italic)
    return pieces


def runs_of(text, cite, bold, italic):
    # Line ends beside a <br> or between blocks are no part of the text.
    pieces = NUMBER.split((text or "").strip("\n"))
    made = []
    for place, piece in enumerate(pieces):
        link = cite(int(piece.removeprefix("S-"))) if place % 2 else None
        if piece:
            made.append(run(piece, bold=bold, italic=italic) if link is None else link)
    return made
