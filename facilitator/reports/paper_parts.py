"""The small pieces the page of the report is made of, and a way to read what a Word element says of itself."""

from docx.oxml.ns import qn
from lxml import etree


def value(node, *path):
    """What an element inside this one says, or None. path: names of elements, from the outside in."""
    found = node.find("/".join(qn(f"w:{name}") for name in path))
    return None if found is None else found.get(qn("w:val"))


def sub(parent, name, kind=None, **attributes):
    """A new HTML element at the end of another. kind: its class. Attributes without a value are left out."""
    given = {"class": kind, **attributes}
    return etree.SubElement(parent, name, {key: one for key, one in given.items() if one})


def add_text(parent, text):
    """Text at the end of an element. It stays text, whatever it is."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
