"""How the report looks: its styles. Sans for the program's words, serif for what people gave. (screens.md)"""

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from facilitator.reports.word_parts import element

SANS, SERIF = "Arial", "Georgia"  # on every office computer; other systems have look-alikes
INK, MUTED, ACCENT, CARE = "182226", "49555B", "0A5955", "714200"
LANGUAGE = "en-GB"
MARGIN = 22  # mm
INDENT = 13  # mm, the room for a paragraph's number

# Name → what differs from Normal. Sizes and spaces in points, indents in millimetres.
PARAGRAPHS = {
    "Normal": {"size": 10.5, "colour": INK, "after": 6, "line": 1.2},
    "Title": {"size": 30, "bold": True, "before": 150, "after": 8, "line": 1.0},
    "Briefing Title": {"size": 20, "bold": True, "colour": ACCENT, "after": 2, "line": 1.05},
    "Subtitle": {"size": 14, "colour": MUTED, "after": 6},
    "Heading 1": {"size": 19, "bold": True, "colour": ACCENT, "before": 26, "after": 10, "line": 1.05, "level": 0},
    "Heading 2": {"size": 13.5, "bold": True, "before": 20, "after": 6, "line": 1.1, "level": 1},
    "Heading 3": {"size": 11, "bold": True, "colour": ACCENT, "before": 14, "after": 4, "level": 2},
    "Numbered": {"hang": INDENT},
    "Follow-on": {"indent": INDENT},
    "Bullet": {"indent": INDENT, "hang": 5, "after": 3},
    "Question": {"indent": INDENT, "hang": 9, "after": 3},
    "Evidence": {"indent": INDENT, "size": 9, "colour": MUTED, "after": 6},
    "Missing": {"indent": INDENT, "colour": CARE, "shade": "FBEDD4"},
    "Notice": {"shade": "E1EEEB", "after": 10},
    "Words": {"face": SERIF, "indent": INDENT, "line": 1.25, "after": 3, "next": True},
    "Schedule Words": {"face": SERIF, "size": 9.5, "indent": INDENT, "line": 1.15, "after": 2, "next": True},
    "Source": {"indent": INDENT, "size": 8.5, "colour": MUTED, "after": 8},
    "Statement": {"bold": True, "size": 9.5, "before": 9, "after": 2, "next": True, "hang": INDENT},
    "Table Head": {"size": 8.5, "bold": True, "after": 0, "line": 1.1},
    "Table Text": {"size": 9, "after": 0, "line": 1.15},
    "Table Words": {"face": SERIF, "size": 9, "after": 2, "line": 1.2},
    "Table Gap": {"size": 5, "after": 4, "line": 1.0},
    "Contents Heading": {"size": 19, "bold": True, "colour": ACCENT, "after": 10},
    "Contents Note": {"size": 8.5, "colour": MUTED, "after": 0, "align": 2},
    "toc 1": {"bold": True, "before": 7, "after": 2, "tab": True},
    "toc 2": {"indent": 6, "after": 2, "tab": True},
    "Header": {"size": 8.5, "colour": MUTED, "after": 0},
    "Footer": {"size": 8.5, "colour": MUTED, "after": 0, "align": 1},
}
SIGNS = {
    "Words Inline": {"face": SERIF},
    "Quiet": {"size": 9, "bold": False, "colour": MUTED},
    "Hyperlink": {"colour": ACCENT, "bold": True},
}
BUILT_IN = {
    "Title",
    "Subtitle",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "toc 1",
    "toc 2",
    "Header",
    "Footer",
    "Hyperlink",
}


def set_styles(document):
    styles = document.styles
    for style in list(styles):
        if style.name not in ("Normal", "Default Paragraph Font", "Normal Table", "No List"):
            style.delete()
    defaults = styles.element.find(qn("w:docDefaults"))
    styles.element.replace(defaults, parse_xml(DEFAULTS))
    for name, look in PARAGRAPHS.items():
        style = styles["Normal"] if name == "Normal" else new_style(styles, name)
        set_look(style, **look)
    for name, look in SIGNS.items():
        set_font(styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=name in BUILT_IN), **look)
    styles.element.append(parse_xml(TABLE_STYLE))


def new_style(styles, name):
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in BUILT_IN)
    style.base_style = styles["Normal"]
    style.hidden, style.quick_style = False, True
    return style


def set_look(style, before=0, after=None, line=None, indent=0, hang=0, level=None, next=False, shade=None, tab=False,
             align=None, **font):  # fmt: skip
    set_font(style, **font)
    form = style.paragraph_format
    form.space_before = Pt(before)
    form.space_after = None if after is None else Pt(after)
    form.line_spacing = line
    form.left_indent, form.first_line_indent = Mm(indent + hang), Mm(-hang)
    form.keep_with_next = True if next or level is not None else None
    form.widow_control = True
    extra = style.element.get_or_add_pPr()
    if level is not None:
        extra.append(element("outlineLvl", val=level))
    if shade:
        colour = element("shd", val="clear", color="auto", fill=shade)
        extra.insert_element_before(colour, "w:tabs", "w:spacing", "w:ind")
    if tab:
        form.tab_stops.add_tab_stop(Mm(210 - 2 * MARGIN), alignment=2, leader=1)
    form.alignment = align


def set_font(style, face=None, size=None, bold=None, colour=None):
    font = style.font
    if face:
        fonts = element("rFonts", ascii=face, hAnsi=face, cs=face)
        style.element.get_or_add_rPr().insert(0, fonts)
    font.size = size and Pt(size)
    font.bold = bold
    if colour:
        font.color.rgb = RGBColor.from_string(colour)


DEFAULTS = f"""<w:docDefaults {nsdecls("w")}><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:eastAsia="{SANS}" w:cs="{SANS}"/><w:sz w:val="21"/><w:szCs w:val="21"/>
<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"""

TABLE_STYLE = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="ReportTable">
<w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>
<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:color="{ACCENT}"/>
<w:bottom w:val="single" w:sz="6" w:color="{ACCENT}"/>
<w:insideH w:val="single" w:sz="4" w:color="C9C2B4"/></w:tblBorders>
<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/>
<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E1EEEB"/></w:tcPr></w:tblStylePr>
</w:style>"""
