"""The words around a receipt, from prompts/receipt.yaml or a list of one's own. (method.md, 4: Feedback)"""

from dataclasses import dataclass

from facilitator.hints import files

FILE = "receipt.yaml"
PLACES = ("before", "after")


@dataclass(frozen=True)
class Said:
    where: str
    say: str


def read(text):
    """The paragraphs of a receipt.yaml in its order. Refused, with line and remedy, when one says no place we know."""
    return [paragraph(one, line) for line, one in files.items(text)]


def paragraph(item, line):
    if item.get("where") not in PLACES:
        raise files.Faulty(line, "Say `where: before` or `where: after`: above people’s words, or below them.")
    return Said(item["where"], files.sentence(item, "say", line))


def around(where):
    """The paragraphs for one place; one's own win over ours unless they are faulty."""
    return [one.say for one in files.newest(FILE, read) if one.where == where]


def fault():
    """What is wrong with the facilitator's own receipt.yaml; or None."""
    return files.fault(FILE, read)
