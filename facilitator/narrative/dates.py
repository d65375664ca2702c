"""Dates as people remember them: exact, fuzzy, or a stretch. Written as EDTF, read here, said in plain words.

Only the few forms of EDTF that people use are read; a test holds them against the edtf package, which needs 4 ms a
date: too slow for lanes of 300 entries. How wide a fuzzy date is drawn is our own rule.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from facilitator.refusal import Refused

# A date that is “about” may lie this many days further off on each side, by how exactly it is written. The edtf package
# would make “about March” more than a year wide on each side. (field-notes.md, Build)
ABOUT = {"day": 2, "month": 10, "year": 91}
PART = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?([~?%]?)")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
REMEDY = "Write it as you would say it: 12 March 2019, March 2019, about March 2019, or from 1 to 5 March 2019."


@dataclass(frozen=True)
class When:
    """A date or stretch as it was given, and the days it may cover.

    edtf: the text as given. earliest, latest: the first and last day it may mean. approximate: said to be about then.
    """

    edtf: str
    earliest: date
    latest: date
    approximate: bool

    @property
    def fuzzy(self):
        """Whether it may be more than one day, so that it is drawn as a band."""
        return self.earliest != self.latest


@dataclass(frozen=True)
class Part:
    """One date: a day, a month or a year, perhaps only about then."""

    year: int
    month: int | None
    day: int | None
    about: bool

    @property
    def start(self):
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def end(self):
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def slack(self):
        exactness = "day" if self.day else "month" if self.month else "year"
        return timedelta(days=ABOUT[exactness] if self.about else 0)


def read_when(given):
    """A date or EDTF text as a When.

    Accepted are days, months and years, each with `~`, `?` or `%` for “about”, and stretches `a/b` of two of these.
    “About” adds 2 days to a day, 10 to a month and 91 to a year, on each side. Refused with a sentence otherwise.
    """
    parts = read_parts(given)
    first, last = parts[0], parts[-1]
    if first.start > last.end:
        raise Refused(f"“{say(first)} to {say(last)}” ends before it begins. Put the earlier date first.")
    about = any(part.about for part in parts)
    return When(as_text(given), first.start - first.slack, last.end + last.slack, about)


def read_parts(given):
    """One Part for a single date, two for a stretch. Refused when it cannot be read or is not in the calendar."""
    text = as_text(given)
    if not text:
        raise Refused(f"Say when it was. {REMEDY}")
    matches = [PART.fullmatch(piece) for piece in text.split("/")]
    if len(matches) > 2 or not all(matches):
        raise Refused(f"“{text[:40]}” is not a date we can place. {REMEDY}")
    try:
        parts = [Part(*(int(figure) if figure else None for figure in m.groups()[:3]), bool(m[4])) for m in matches]
        [(part.start - part.slack, part.end + part.slack) for part in parts]
    except (ValueError, OverflowError):
        raise Refused(f"That date is not in the calendar. {REMEDY}")
    return parts


def as_text(given):
    """What was given as EDTF text; sheets and case files may give a date or a moment instead."""
    if isinstance(given, datetime):
        return given.date().isoformat()
    return given.isoformat() if isinstance(given, date) else str(given).strip()


def label(edtf, weekday=False):
    """An EDTF text in plain words: “11 March 2019”, “about March 2019”, “1 to 3 March 2019”.

    weekday: put the day of the week before a single day. Words that are no EDTF are given back as they are.
    """
    try:
        parts = read_parts(edtf)
    except Refused:
        return as_text(edtf)
    if len(parts) == 1 or parts[0] == parts[1]:
        return say(parts[0], weekday)
    first, last = parts
    return f"{say_beginning(first, last)} to {say(last)}"


def say(part, weekday=False):
    words = [str(part.year)]
    if part.month:
        words.insert(0, MONTHS[part.month - 1])
    if part.day:
        words.insert(0, str(part.day))
    if part.day and weekday:
        words.insert(0, WEEKDAYS[part.start.weekday()])
    return " ".join(["about", *words] if part.about else words)


def say_beginning(first, last):
    """The beginning of a stretch, without the month and year that its end repeats."""
    words = say(first)
    if first.about or last.about or first.year != last.year or not (first.month and last.month):
        return words
    words = words.removesuffix(f" {first.year}")
    same_month = first.month == last.month and first.day and last.day
    return words.removesuffix(f" {MONTHS[first.month - 1]}") if same_month else words


def short_label(edtf):
    """As label, for where there is little room and the year is plain: “12–14 Mar”, “about Mar”, “Nov–Jan”."""
    words = label(edtf)
    for month in MONTHS:
        words = words.replace(month, month[:3])
    parts = words.split(" to ")
    return "–".join(re.sub(r"(?<=[a-z]) [0-9]{4}$", "", part) for part in parts)
