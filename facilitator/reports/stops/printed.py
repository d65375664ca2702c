"""Every text in a file that is about to leave, as readers and their programs find it: properties and comments too."""

import csv
import io
import json
import zipfile

from docx.oxml.ns import qn
from lxml import etree

# Attributes in which Word keeps words: alternative texts, titles of tables, authors of comments and changes.
SPOKEN = {"descr", "title", "alt", qn("w:author"), qn("w:initials"), "name", "Target"}
CAPTIONS = {qn("w:tblCaption"), qn("w:tblDescription"), qn("w:alias"), qn("w:tag")}


def texts_in_word(content):
    """Texts of a .docx: a paragraph at a time, then whatever else holds words, in every part of the package."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        for name in file.namelist():
            yield name
            if name.endswith((".xml", ".rels")):
                yield from texts_in_xml(etree.fromstring(file.read(name)))


def texts_in_xml(root):
    yield from (whole(one) for one in root.iter(qn("w:p")))
    for node in root.iter(etree.Element):
        if node.text and not any(True for _ in node.iterancestors(qn("w:p"))):
            yield node.text
        yield from (value for name, value in node.attrib.items() if name in SPOKEN)
        if node.tag in CAPTIONS:
            yield node.get(qn("w:val"), "")


def whole(paragraph):
    """A paragraph's words as they are read, however they are cut into runs."""
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    kept = (qn("w:t"), qn("w:delText"), qn("w:instrText"))
    return "".join(signs.get(node.tag) or (node.text if node.tag in kept else "") or "" for node in paragraph.iter())


def texts_in_json(content):
    """Every text and every name of a field in a JSON file."""
    waiting = [json.loads(content)]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, str):
            yield thing
        elif isinstance(thing, dict):
            waiting += [*thing.keys(), *thing.values()]
        elif isinstance(thing, list):
            waiting += thing


def texts_in_csv(content):
    """Every cell of a CSV file."""
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))):
        yield from row


# What reads a file of each kind.
TEXTS = {"docx": texts_in_word, "json": texts_in_json, "csv": texts_in_csv}
