"""The report as a page: the very elements of the Word file, each drawn as HTML, so that the two cannot disagree.

It writes no sentence of its own. What it does not know it goes through, so that no text is ever lost; the code of a
field is no text. Text becomes text nodes and is escaped by lxml as they are written out; nothing of it can become
markup. (decisions/0013)
"""

from docx.oxml.ns import qn
from lxml import etree
from markupsafe import Markup

from facilitator.reports.paper_parts import add_text, sub, value
from facilitator.reports.paper_table import draw_table
from facilitator.reports.word_look import PARAGRAPHS, SERIF, SIGNS

# Below the heading of the page: Word's first level is its second.
HEADINGS = {name.replace(" ", ""): f"h{look['level'] + 2}" for name, look in PARAGRAPHS.items() if "level" in look}
IN_SERIF = {name.replace(" ", "") for name, look in (PARAGRAPHS | SIGNS).items() if look.get("face") == SERIF}


def as_page(elements, href=None):
    """Elements of a manuscript's body as HTML. href(anchor) → where a link to that bookmark leads, "" for nowhere."""
    paper = Paper(href or "#{}".format)
    return Markup("").join(paper.sheet(*one) for one in sheets(elements))


def anchors_in(elements):
    """The names of the bookmarks in some elements."""
    return {mark.get(qn("w:name")) for one in elements for mark in one.iter(qn("w:bookmarkStart"))}


def sheets(elements):
    """(elements, whether the page lies) for each section. Word keeps the form of its page at a section's end."""
    held = []
    for one in elements:
        section = one if one.tag == qn("w:sectPr") else one.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if one is not section:
            held.append(one)
        if section is not None:
            yield held, section.find(qn("w:pgSz")).get(qn("w:orient")) == "landscape"
            held = []
    if held:
        yield held, False


class Paper:
    """Draws elements, each by the method put_ and its name. parent: the HTML element it goes into."""

    def __init__(self, href):
        self.href, self.lying = href, False

    def sheet(self, elements, lying):
        self.lying = lying
        made = etree.Element("div", {"class": "sheet lying" if lying else "sheet"})
        self.inside(made, elements)
        # lxml escapes every text and attribute as it writes them out.
        return Markup(etree.tostring(made, method="html", encoding="unicode")) if len(made) else Markup("")  # nosec # noqa: S704

    def inside(self, parent, elements):
        """Everything in an element, or in a list of them, but what says how it looks."""
        for one in elements:
            name = etree.QName(one).localname
            if not name.endswith(("Pr", "Grid")):
                getattr(self, f"put_{name}", self.inside)(parent, one)

    def put_p(self, parent, node):
        style = value(node, "pPr", "pStyle") or "Normal"
        made = sub(parent, HEADINGS.get(style, "p"), class_of(style))
        self.inside(made, node)
        if not (len(made) or made.text or made.get("id")):
            parent.remove(made)

    def put_r(self, parent, node):
        style = value(node, "rPr", "rStyle")
        # What is drawn as a link needs no mark besides.
        if style and style != "Hyperlink":
            parent = sub(parent, "span", class_of(style))
        for mark, name in (("b", "strong"), ("i", "em")):
            if node.find(f"{qn('w:rPr')}/{qn('w:' + mark)}") is not None:
                parent = sub(parent, name)
        self.inside(parent, node)

    def put_t(self, parent, node):
        add_text(parent, node.text or "")

    def put_tab(self, parent, node):
        sub(parent, "span", "tab").text = "\t"

    def put_br(self, parent, node):
        sub(parent, "br")

    def put_hyperlink(self, parent, node):
        address = self.href(node.get(qn("w:anchor")))
        self.inside(sub(parent, "a", href=address) if address else parent, node)

    def put_bookmarkStart(self, parent, node):
        place = parent if parent.get("id") is None else sub(parent, "span")
        place.set("id", node.get(qn("w:name")))

    def put_sdt(self, parent, node):
        made = sub(parent, "nav", "contents")
        made.set("aria-label", "Contents")
        self.inside(made, node)

    def put_tbl(self, parent, node):
        draw_table(self, parent, node)


def class_of(style):
    return f"as-{style}" + (" words" if style in IN_SERIF else "")
