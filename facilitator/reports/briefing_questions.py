"""The three questions a team briefing ends with, from prompts/briefing.yaml or a list of one's own. (method.md, 10)"""

from dataclasses import dataclass

from facilitator.hints import files

FILE = "briefing.yaml"
HOW_MANY = 3


@dataclass(frozen=True)
class Question:
    ask: str
    hint: str


def read(text):
    """The questions of a briefing.yaml in its order. Refused, with line and remedy, when there are not three."""
    given = files.items(text)
    if len(given) != HOW_MANY:
        raise files.Faulty(1, f"The team briefing has {HOW_MANY} questions, and here are {len(given)}.")
    return [Question(files.sentence(one, "ask", line), files.sentence(one, "hint", line, False)) for line, one in given]


def questions():
    """The questions; one's own win over ours unless they are faulty."""
    return files.newest(FILE, read)


def fault():
    """What is wrong with the facilitator's own briefing.yaml; or None."""
    return files.fault(FILE, read)
