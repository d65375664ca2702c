"""What could tell who somebody is, known by its shape alone: numbers, dates, addresses, titles. No name of a case.

Which kinds are looked for, and with which words, says prompts/names.yaml. The phone looks for the same by itself, so
that nothing has to be sent anywhere before it is saved.
"""

import re
from dataclasses import dataclass

from facilitator.hints import files
from facilitator.hints.patterns import KINDS

FILE = "names.yaml"
WITH_WORDS = ("date-of-birth", "titled-name", "school", "street")
LISTS = ("no-name", "ordinary")


@dataclass(frozen=True)
class Kind:
    """One kind of thing to look for.

    pattern: source of a regular expression. any_case: whether capitals do not matter. check: "nhs" where figures must
    fit one another.
    """

    name: str
    says: str
    perhaps: str
    pattern: str
    any_case: bool = False
    check: str = ""

    @property
    def compiled(self):
        return re.compile(self.pattern, re.IGNORECASE if self.any_case else 0)


@dataclass(frozen=True)
class Lists:
    """What a names.yaml holds. kinds: in its order. ordinary: words, in small letters, that are also names."""

    kinds: tuple
    ordinary: frozenset
    looks: tuple = ()


@dataclass(frozen=True)
class Found:
    """Something that could tell who somebody is. start, end: where in the text. kind: of a shape, or of the sieve."""

    kind: str
    start: int
    end: int
    words: str
    says: str
    perhaps: str = ""


def read(text):
    """The Lists of a names.yaml. Refused with line and remedy."""
    found, lists = {}, dict.fromkeys(LISTS, ())
    for line, one in files.items(text):
        kind = one.get("kind")
        if kind not in (*KINDS, *LISTS):
            raise files.Faulty(line, f"“{kind}” is no kind. Take one of: {', '.join((*KINDS, *LISTS))}.")
        if kind in found or lists.get(kind):
            raise files.Faulty(line, f"The kind “{kind}” is there twice. Put its words into one list.")
        if kind in LISTS:
            lists[kind] = files.words(one, line)
        else:
            found[kind] = (line, one)
    kinds = tuple(read_kind(line, one, lists["no-name"]) for line, one in found.values())
    ordinary = frozenset(word.casefold() for word in lists["ordinary"])
    return Lists(kinds, ordinary, tuple((kind, kind.compiled) for kind in kinds))


def read_kind(line, one, no_names):
    name = one["kind"]
    pattern, any_case = KINDS[name](files.words(one, line, needed=name in WITH_WORDS), no_names or ("The",))
    says, perhaps = files.sentence(one, "says", line), files.sentence(one, "perhaps", line, needed=False)
    return Kind(name, says, perhaps, pattern, any_case, "nhs" if name == "nhs-number" else "")


def lists():
    return files.newest(FILE, read)


def fault():
    """What is wrong with the facilitator's own names.yaml; or None."""
    return files.fault(FILE, read)


def find_shapes(text):
    """What could tell who somebody is by its shape, in the order of the text; nothing is found twice."""
    found = []
    for kind, looks_for in lists().looks:
        for match in looks_for.finditer(text):
            fits = kind.check != "nhs" or is_nhs_number(match[0])
            if fits and not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(Found(kind.name, match.start(), match.end(), match[0], kind.says, kind.perhaps))
    return sorted(found, key=lambda one: one.start)


def is_nhs_number(text):
    """Whether ten figures are an NHS number: the last one checks the others. (NHS Data Model and Dictionary)"""
    figures = [int(sign) for sign in text if sign.isdigit()]
    if len(figures) != 10 or len(set(figures)) == 1:
        return False
    total = sum(figure * weight for figure, weight in zip(figures[:9], range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11 == figures[9]
