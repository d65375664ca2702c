"""The document the report is written into: an A4 page, its header and footer, its settings and properties."""

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from facilitator.db import now
from facilitator.reports.word_look import LANGUAGE, MARGIN, set_styles
from facilitator.reports.word_parts import element, field, printable, run


def blank_document(title, running_head):
    """An A4 document with our styles and nothing in it. running_head: what stands above every page but the first."""
    document = Document()
    drop_leftovers(document)
    set_styles(document)
    set_settings(document)
    set_properties(document, title)
    set_page(document.sections[0], running_head)
    return document


def drop_leftovers(document):
    """Take out what python-docx's template brings along: its preview picture, program name and second style sheet."""
    for owner, kinds in ((document.part, ("stylesWithEffects", "customXml", "fontTable", "numbering")),
                         (document.part.package, ("thumbnail", "extended-properties"))):  # fmt: skip
        for key, rel in list(owner.rels.items()):
            if rel.reltype.endswith(kinds):
                owner.rels.pop(key)


def set_settings(document):
    """British English, and no updateFields: it would greet every reader with a question about other files."""
    settings = document.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), LANGUAGE)
    # Any lower, and Word opens the report in its compatibility mode.
    settings.find(".//" + qn("w:compatSetting")).set(qn("w:val"), "15")
    settings.replace(settings.find(qn("w:zoom")), element("zoom", percent=100))
    for name in ("w:savePreviewPicture", "w:rsids", "w:proofState"):
        settings.remove(settings.find(qn(name)))


def set_properties(document, title):
    """A title, a language and a date; no author, no path. (trust.md, 4)"""
    core = document.core_properties
    core.title, core.language = printable(title), LANGUAGE
    core.author = core.last_modified_by = core.comments = core.keywords = core.subject = core.category = ""
    core.created = core.modified = now().replace(tzinfo=None, microsecond=0)


def set_page(section, running_head):
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    section.header_distance = section.footer_distance = Mm(11)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0]._p.append(run(running_head))
    section.footer.paragraphs[0]._p.extend([run("Page "), *field("PAGE", "1")])


def turn(document, landscape):
    """Begin a new page, lying or standing, from here on."""
    section = document.add_section()
    section.different_first_page_header_footer = False
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
