"""A page as a browser understands it: its forms and links, and the regions that listen for changes."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import html

from facilitator.refusal import Refused

LISTENS = re.compile(r"([\w-]+) from:body")
CARDS = ("li", "article", "section")


@dataclass(frozen=True)
class Form:
    """A form as it would be sent. address: where to. given: the pairs of name and value it holds already."""

    address: str
    given: tuple

    def filled(self, **answers):
        """The pairs to send when these answers are given; a list is an answer for each box that is ticked.

        A browser sends every line break as carriage return and line feed, so it is done here too.
        """
        pairs = [(name, value) for name, value in self.given if name not in answers]
        for name, answer in answers.items():
            pairs += [(name, str(one)) for one in (answer if isinstance(answer, list) else [answer])]
        return [(name, value.replace("\r\n", "\n").replace("\n", "\r\n")) for name, value in pairs]


class Page:
    """What a browser makes of the HTML it was given."""

    def __init__(self, text):
        # A fragment of nothing but spaces is no document to lxml.
        self.tree = html.document_fromstring(text if text.strip() else "<p></p>")
        self.regions = None

    def form(self, ending, beside=None, **holding):
        """The first form that is sent to an address with this ending, or None.

        beside: words that stand in the same card. holding: values that the form holds already.
        """
        for form in self.tree.forms:
            if urlsplit(form.action or "").path.endswith(ending) and (beside is None or stands_beside(form, beside)):
                given = tuple((name, value or "") for name, value in form.form_values())
                if set(holding.items()) <= set(given):
                    return Form(form.action, given)
        return None

    def must(self, ending, beside=None, **holding):
        """The same form, where the page must have it. Refused when it does not."""
        form = self.form(ending, beside, **holding)
        if form is None:
            raise Refused(f"The page “{self.words('//title | //h1')}” has no form for “{ending}”.")
        return form

    def link(self, words):
        """The address of the first link with these words, after a sign of some kind or alone; or None."""
        for link in self.tree.iter("a"):
            if words in (plain(link), " ".join((link.xpath("text()") or [""])[-1].split())):
                return link.get("href")
        return None

    def choice(self, name, words):
        """The value of the radio button, tick box or option of this name with this label, or None.

        A label that only begins or ends with the words will do where none has them alone.
        """
        boxes = self.tree.xpath("//label[.//input[@name=$name]] | //select[@name=$name]//option", name=name)
        labels = [(plain(box), box.get("value") or box.xpath("string(.//input/@value)")) for box in boxes]
        fitting = [value for label, value in labels if label == words]
        fitting += [value for label, value in labels if label.startswith(words) or label.endswith(words)]
        return next(iter(fitting), None)

    def all(self, path, **known):
        """The elements, attributes or texts at an XPath."""
        return self.tree.xpath(path, **known)

    def one(self, path, **known):
        return next(iter(self.all(path, **known)), None)

    def words(self, path, **known):
        """The words at an XPath, with single spaces between them; empty when there is nothing."""
        found = self.one(path, **known)
        return "" if found is None else plain(found)

    def listening(self, name):
        """The addresses from which the regions that listen for this name draw themselves anew."""
        if self.regions is None:
            regions = self.all("//*[@hx-get and @hx-trigger]")
            self.regions = [(one.get("hx-get"), LISTENS.findall(one.get("hx-trigger"))) for one in regions]
        return [address for address, names in self.regions if name in names]

    def redraw(self, address, text):
        """Put a fragment in the place of the region that is drawn from this address."""
        region = self.one("//*[@hx-get=$address and @hx-trigger]", address=address)
        if region is not None:
            self.swap(region, text, whole=region.get("hx-swap") in ("outerHTML", "morph"))

    def put(self, id, text):
        """Put a fragment into the element with this id."""
        place = self.one("//*[@id=$id]", id=id)
        if place is not None:
            self.swap(place, text)

    def swap(self, place, text, whole=False):
        self.regions = None
        wrapped = html.fragment_fromstring(text, create_parent="div")
        self.swap_besides(wrapped)
        if whole and len(wrapped):
            replace(place, wrapped[0])
            return
        place.text = wrapped.text
        place[:] = list(wrapped)

    def swap_besides(self, wrapped):
        """What comes along with a fragment for another place goes there, as htmx does with hx-swap-oob."""
        for piece in wrapped.xpath("./*[@hx-swap-oob]"):
            wrapped.remove(piece)
            if (place := self.one("//*[@id=$id]", id=piece.get("id"))) is not None:
                replace(place, piece)


def replace(old, new):
    new.tail = old.tail
    old.getparent().replace(old, new)


def stands_beside(form, words):
    card = next(form.iterancestors(*CARDS), None)
    return card is not None and any(plain(piece) == words for piece in card.iter("strong", "p", "span", "h2"))


def plain(element):
    return one_line(element.text_content())


def one_line(text):
    return " ".join(text.split())
