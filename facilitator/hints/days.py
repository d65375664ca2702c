"""Days in a text, in whatever form they are written: 3/4/2015, 3rd of April, 2015-04-03, 030415."""

import re
from datetime import date

from facilitator.hints.patterns import DAY, MONTH, MONTHS, ORDINAL

NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
YEAR = r"((?:19|20)[0-9]{2}|['’]?[0-9]{2}(?![0-9.:]))"
# Each form with the order of what it gives.
FORMS = [
    (re.compile(r"\b((?:19|20)[0-9]{2})\s?[./ -]?\s?(0[1-9]|1[0-2])\s?[./ -]?\s?(0[1-9]|[12][0-9]|3[01])\b"), "ymd"),
    (re.compile(rf"\b({DAY})\s?[./ -]\s?({MONTH})\s?[./ -]\s?{YEAR}\b"), "dmy"),
    (re.compile(r"\b(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])((?:19|20)?[0-9]{2})\b"), "dmy"),
    (re.compile(rf"\b({ORDINAL})(?: day)?(?: of)?[ -]?({MONTHS})\b(?:[ ,.-]{{0,2}}{YEAR})?", re.I), "dmy"),
    (re.compile(rf"\b({MONTHS}) (?:the )?({ORDINAL})\b(?:[ ,]{{1,2}}{YEAR})?", re.I), "mdy"),
    # Without a year only with a slash: 1.3 is a paragraph, a version or a time.
    (re.compile(rf"\b({DAY})/({MONTH})\b(?![./-]?[0-9])"), "dm"),
]


def days_in(text):
    """The days named in a text: tuples of start, end, day, month and year; the year is None where there is none."""
    for form, order in FORMS:
        for match in form.finditer(text):
            given = dict(zip(order, match.groups(), strict=True))
            year = given.get("y")
            yield match.start(), match.end(), number(given["d"]), month_of(given["m"]), number(year) if year else None


def whole_day(text):
    """A whole day as (day, month, year). ValueError when the text is not exactly one."""
    for start, end, day, month, year in days_in(text.strip()):
        if (start, end) == (0, len(text.strip())) and year is not None:
            year += 0 if year > 99 else 2000 if year <= date.today().year % 100 else 1900
            date(year, month, day)
            return day, month, year
    raise ValueError("not one whole day")


def number(text):
    return int(re.sub(r"[^0-9]", "", text))


def month_of(text):
    return int(text) if text.isdigit() else NAMES.index(text[:3].casefold()) + 1
