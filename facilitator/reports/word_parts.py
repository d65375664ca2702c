"""The small pieces a Word document is made of: runs, links, fields, paragraphs.

Built as XML straight away, because python-docx looks up every cell anew and takes minutes for some hundred rows.
"""

import re

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

# What XML 1.0 cannot hold; it is left out, and nothing else is.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
PIECES = re.compile("(\r\n|\r|\n|\t)")


def element(name, /, *children, **attributes):
    """An XML element `w:name` with its attributes (all of the w namespace) and children."""
    made = OxmlElement(f"w:{name}")
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), str(value))
    made.extend(child for child in children if child is not None)
    return made


def printable(text):
    """Text without the signs XML forbids."""
    return FORBIDDEN.sub("", text)


def run(text, style=None, bold=False, italic=False):
    """Text exactly as it is, line breaks and tabs kept. style: the id of a character style."""
    made = element("r", run_look(style, bold, italic))
    for piece in PIECES.split(printable(text)):
        if piece == "\t":
            made.append(element("tab"))
        elif piece in ("\n", "\r", "\r\n"):
            made.append(element("br"))
        elif piece:
            made.append(plain_text(piece))
    return made


def run_look(style, bold, italic):
    if not (style or bold or italic):
        return None
    marks = [element("rStyle", val=style) if style else None, element("b") if bold else None]
    return element("rPr", *marks, element("i") if italic else None)


def plain_text(text):
    made = element("t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def words(text):
    """Somebody's own words inside a line of the program's: always in serif. (screens.md)"""
    return run(text, style="WordsInline")


def in_own_face(text, statement):
    """Text in serif when a statement gave it, else as the program's."""
    return words(text) if statement else run(text)


def link(anchor, label):
    """A link to a bookmark of this document."""
    return element("hyperlink", run(label, style="Hyperlink"), anchor=anchor, history=1)


def links(places, between=", "):
    """Links to several places, with something between them. places: pairs of anchor and label."""
    pieces = []
    for number, (anchor, label) in enumerate(places):
        pieces += [run(between), link(anchor, label)] if number else [link(anchor, label)]
    return pieces


def unlink_what_is_missing(body):
    """Make plain text of every link to a bookmark that is not in this document: what it says stays."""
    there = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    for one in [found for found in body.iter(qn("w:hyperlink")) if found.get(qn("w:anchor")) not in there]:
        for piece in list(one):
            for look in piece.findall(qn("w:rPr")):
                piece.remove(look)
            one.addprevious(piece)
        one.getparent().remove(one)


def paragraph(style, *pieces):
    """A paragraph. style: the id of a paragraph style. pieces: text or elements; None is left out."""
    made = element("p", element("pPr", element("pStyle", val=style)))
    made.extend(run(piece) if isinstance(piece, str) else piece for piece in pieces if piece is not None)
    return made


def field(code, shown=""):
    """A field that Word works out, such as PAGE, with what is shown until then."""
    return [
        element("r", element("fldChar", fldCharType="begin")),
        element("r", instruction(code)),
        element("r", element("fldChar", fldCharType="separate")),
        run(shown),
        element("r", element("fldChar", fldCharType="end")),
    ]


def instruction(code):
    made = element("instrText")
    made.text = f" {code} "
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def twips(millimetres):
    """Word measures in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)
