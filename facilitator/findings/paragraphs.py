"""A paragraph as it is read: its Markdown, statement numbers as links, doubtful words underlined."""

import re

import markdown
import nh3
from markupsafe import Markup, escape

from facilitator.hints.wordings import underline

TAGS = {"p", "ul", "ol", "li", "strong", "em", "br", "blockquote"}
NUMBER = re.compile(r"\bS-(\d{3,})\b")


def drawn(text, href=lambda number: None):
    """Safe HTML of a paragraph. The text itself is never changed.

    href: gives the address of the statement with a number, or None when there is none to show.
    """
    html = nh3.clean(markdown.markdown(text, extensions=["sane_lists", "nl2br"]), tags=TAGS, attributes={})
    # Every second piece is a tag; what is cleaned holds no other angle brackets.
    pieces = re.split(r"(<[^>]*>)", html)
    pieces[::2] = [NUMBER.sub(lambda found: link(found, href), underline(piece)) for piece in pieces[::2]]
    return Markup("".join(pieces))  # nosec # noqa: S704


def link(found, href):
    address = href(int(found[1]))
    return f'<a class="ref" href="{escape(address)}">{found[0]}</a>' if address else found[0]


def numbers_in(text):
    """The numbers of the statements a text names."""
    return {int(number) for number in NUMBER.findall(text)}
