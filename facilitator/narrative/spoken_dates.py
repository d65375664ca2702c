"""Dates as people say them in the room, turned into EDTF: “11 March 2019”, “about March 2019”, “1 to 3 March 2019”."""

import re

from facilitator.narrative.dates import MONTHS

ABOUT = re.compile(r"^(about|around|circa|ca?\.|roughly|approximately)\s+", re.IGNORECASE)
ON = re.compile(r"^(on|in|from|between)\s+|\b(the|of)\s+|(?<=\d)(st|nd|rd|th)\b|,", re.IGNORECASE)
UNTIL = re.compile(r"\s+(?:to|until|till|and)\s+|\s*[–—]\s*|\s+-\s+", re.IGNORECASE)
SAID = re.compile(r"(?:(\d{1,2})\s*)?(?:([A-Za-z]{3,9})\.?\s*)?(\d{4})?")
NUMBERS = {name[:length].lower(): number for number, name in enumerate(MONTHS, 1) for length in (3, len(name))}


def as_edtf(text):
    """EDTF for a date in words. What is EDTF already, or cannot be understood, comes back as it is, for read_when."""
    said = " ".join(text.split())
    mark = "~" if ABOUT.match(said) else ""
    pieces = UNTIL.split(ON.sub("", ABOUT.sub("", said)))
    last = read_piece(pieces[-1])
    first = last and read_piece(pieces[0], *last[1:])
    if len(pieces) > 2 or not first or not all(whole(*piece) for piece in (first, last)):
        return text
    return "/".join(write(*piece) + mark for piece in ([first, last] if len(pieces) == 2 else [last]))


def read_piece(piece, month=None, year=None):
    """(day, month, year) of one date, what it leaves out taken from the end of its stretch; None if it is no date."""
    found = SAID.fullmatch(piece.strip())
    if not found or not any(found.groups()):
        return None
    name = (found[2] or "").lower()
    if name and name not in NUMBERS:
        return None
    day = int(found[1]) if found[1] else None
    month = NUMBERS.get(name) or (month if day or not found[3] else None)
    return day, month, int(found[3]) if found[3] else year


def whole(day, month, year):
    """Whether nothing is missing in between: a year, and a month where there is a day."""
    return bool(year and (month or not day))


def write(day, month, year):
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part)])
