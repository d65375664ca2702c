"""What can be kept out, and how it is read from what a person types."""

import re
from dataclasses import dataclass

from facilitator.config import LONGEST_TITLE
from facilitator.hints.days import whole_day
from facilitator.hints.shapes import is_nhs_number
from facilitator.refusal import Refused

KINDS = {
    "name": "Names, nicknames, other spellings",
    "born": "Dates of birth",
    "number": "NHS or other numbers",
    "address": "Addresses and postcodes",
    "place": "Schools and other places",
    "phone": "Telephone numbers",
    "email": "E-mail addresses",
    "worker": "Names of workers in the case or the room",
}
MOST_AT_ONCE = 100


@dataclass(frozen=True)
class Thing:
    """Something that must never leave the room. stands_for: the key of a member of the cast, or empty."""

    key: str
    kind: str
    text: str
    stands_for: str = ""


def read_lines(kind, typed):
    """What somebody typed, one a line, as texts. Refused when a line cannot be of that kind; never repeated back."""
    if kind not in KINDS:
        raise Refused("Choose what kind of thing it is.")
    lines = [" ".join(line.split()) for line in typed.splitlines() if line.strip()]
    if not lines:
        raise Refused("Write at least one, each on a line of its own.")
    if len(lines) > MOST_AT_ONCE or any(len(line) > LONGEST_TITLE for line in lines):
        raise Refused(f"At most {MOST_AT_ONCE} lines at once, each of at most {LONGEST_TITLE} characters.")
    for number, line in enumerate(lines, 1):
        if fault := fault_of(kind, line):
            raise Refused(f"Line {number}: {fault}")
    return lines


def fault_of(kind, line):
    """What is wrong with a line, as a sentence; or None."""
    figures = re.sub(r"\D", "", line)
    if kind in ("name", "worker") and sum(sign.isalpha() for sign in line) < 2:
        return "a name has at least two letters."
    if kind == "born" and not is_day(line):
        return "please give a whole date, such as 3/4/2015 or 3 April 2015."
    if kind == "number" and len(figures) == 10 and line.replace(" ", "").isdigit() and not is_nhs_number(figures):
        return "these ten figures do not fit together as an NHS number. Please look again."
    if kind in ("number", "phone") and len(figures) < 4:
        return "it needs at least four figures, or it would be found everywhere."
    if kind == "email" and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", line):
        return "that is not an e-mail address."
    return None


def is_day(line):
    try:
        return bool(whole_day(line))
    except ValueError:
        return False
