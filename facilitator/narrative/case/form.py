"""What a single value in a case file may be: text, a key, a reference, a date, one of some words, a number.

Each form reads one node of the YAML and gives its value, or tells the walk what is wrong and in which line.
"""

import re
from dataclasses import dataclass

import yaml

from facilitator.config import LONGEST_TITLE, LONGEST_WORDS
from facilitator.narrative.dates import read_when
from facilitator.narrative.spoken_dates import as_edtf
from facilitator.refusal import Refused

EMPTY = "tag:yaml.org,2002:null"
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")


@dataclass(frozen=True)
class Text:
    """Any text, kept exactly; YAML's own ideas about yes, 12 and dates do not matter.

    unique: of what kind it is the name, where no two may have the same.
    """

    longest: int = LONGEST_WORDS
    unique: str | None = None

    def read(self, node, walk):
        if not isinstance(node, yaml.ScalarNode):
            return walk.fault(node, "Text belongs here, not a list or a group of lines. Put it in quotes.")
        if not node.value.strip() or node.tag == EMPTY:
            return walk.fault(node, "This is empty. Write the text, or take the line out if it is not needed.")
        if len(node.value) > self.longest:
            return walk.fault(node, f"This is {len(node.value):,} characters long; at most {self.longest:,} fit.")
        if self.unique and not walk.name(self.unique, node.value.casefold(), node):
            return None
        return node.value


@dataclass(frozen=True)
class Key:
    """The key under which other parts of the file refer to this one: unique among its kind."""

    kind: str

    def read(self, node, walk):
        text = Text().read(node, walk)
        if text is None:
            return None
        if not KEY.fullmatch(text):
            return walk.fault(node, f"`{text[:40]}` cannot be a key. Use letters, figures and hyphens: `first-call`.")
        return text if walk.name(self.kind, text, node) else None


@dataclass(frozen=True)
class Ref:
    """The key of something of this kind, wherever in the file it stands. once: nothing else may refer to it here."""

    kind: str
    once: str | None = None

    def read(self, node, walk):
        text = Text().read(node, walk)
        if text is not None:
            walk.refer(self.kind, text, node)
        if self.once and text is not None:
            walk.name(self.once, text, node)
        return text


@dataclass(frozen=True)
class Date:
    """A date as in narrative.dates, as text."""

    def read(self, node, walk):
        text = Text(longest=LONGEST_TITLE).read(node, walk)
        try:
            return text and read_when(as_edtf(text)).edtf
        except Refused as refused:
            return walk.fault(node, refused.sentence)


@dataclass(frozen=True)
class OneOf:
    """One of some words."""

    words: tuple

    def read(self, node, walk):
        text = Text().read(node, walk)
        if text is None or text in self.words:
            return text
        return walk.fault(node, f"`{text[:40]}` is not possible here. Choose one of: {', '.join(self.words)}.")


@dataclass(frozen=True)
class Number:
    """A whole number from first to last."""

    first: int
    last: int

    def read(self, node, walk):
        text = OneOf(tuple(str(number) for number in range(self.first, self.last + 1))).read(node, walk)
        return text and int(text)
