"""Words of hindsight and blame: why each is pointed out, and a neutral wording. The list is prompts/hints.yaml."""

import re
from dataclasses import dataclass
from functools import lru_cache

from facilitator.hints import files

FILE = "hints.yaml"


@dataclass(frozen=True)
class Hint:
    """What to look for, why it is pointed out, and a neutral wording where there is one.

    is_order: whether it asks for reminding, training or a procedure, which alone change little.
    """

    words: tuple
    looks_for: re.Pattern
    says: str
    perhaps: str = ""
    is_order: bool = False


@dataclass(frozen=True)
class Found:
    """A hint that applies, with the words it was found in."""

    words: str
    hint: Hint


def read(text):
    """The hints of a hints.yaml in its order. Refused with line and remedy."""
    return [read_one(line, one) for line, one in files.items(text)]


def read_one(line, one):
    spelt = files.words(one, line)
    says, perhaps = files.sentence(one, "says", line), files.sentence(one, "perhaps", line, needed=False)
    return Hint(spelt, pattern_for(spelt), says, perhaps, is_order=one.get("order") is True)


def pattern_for(words):
    """Whole words, whatever their case; a star at the end stands for any ending."""
    spelt = "|".join(re.escape(one).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for one in words)
    return re.compile(rf"\b(?:{spelt})\b", re.IGNORECASE)


def all_hints():
    """Every hint of the list, in its order."""
    return files.newest(FILE, read)


def fault():
    """What is wrong with the facilitator's own hints.yaml; or None."""
    return files.fault(FILE, read)


def find_hints(text):
    """The hints that apply to a text, each once, in the order of the list."""
    return [Found(match[0], hint) for hint in all_hints() if (match := hint.looks_for.search(text))]


def underline(html):
    """A piece of HTML without tags, its doubtful words in spans that are underlined."""
    any_of = any_pattern(tuple(hint.looks_for.pattern for hint in all_hints()))
    return any_of.sub(lambda found: f'<span class="doubt">{found[0]}</span>', html) if any_of else html


@lru_cache(maxsize=4)
def any_pattern(patterns):
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None
