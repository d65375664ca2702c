"""Fitting words into a box of an SVG, which cannot wrap text itself."""

import unicodedata
from functools import lru_cache

# How wide a face runs, as a share of an ordinary one. On the wide side: a short line is better than one cut off.
SERIF, SANS = 1.0, 1.02
# How wide signs are, as shares of the type size.
NARROW, SMALL, ORDINARY, CAPITAL, BROAD, DOUBLE = 0.34, 0.45, 0.585, 0.7, 0.95, 1.3
WIDTHS = dict.fromkeys(" .,;:'’‘!|ijl", NARROW) | dict.fromkeys('-()[]frt"“”', SMALL) | dict.fromkeys("mwMW@%—…", BROAD)


def fit(text, width, size, lines, *, face=SERIF, indent=0):
    """Text as at most so many lines that fit a width, the last one shortened with “…” where words are left over.

    width, size, indent: in units of the drawing; the first line is shorter by the indent.
    """
    wrapped = wrap(text, width, size * face, indent)
    if len(wrapped) <= lines:
        return list(wrapped)
    space = width - (indent if lines == 1 else 0)
    return [*wrapped[: lines - 1], shortened(wrapped[lines - 1], space, size * face)]


@lru_cache(maxsize=8192)
def wrap(text, width, unit, indent=0):
    """All of a text as lines that fit a width. The first may be empty beside an indent. Longer words are broken."""
    lines, line = [], ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if measure(joined, unit) <= width - (0 if lines else indent):
            line = joined
            continue
        if line or (indent and not lines):
            lines.append(line)
        *full, line = broken(word, width, unit)
        lines += full
    return (*lines, line)


def broken(word, width, unit):
    """A word in pieces that fit a line, most often one."""
    pieces = [""]
    for sign in word if measure(word, unit) > width else [word]:
        if pieces[-1] and measure(pieces[-1] + sign, unit) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def shortened(line, space, unit):
    while line and measure(line + "…", unit) > space:
        line = line.rpartition(" ")[0] or line[:-1]
    return line + "…"


def measure(text, unit):
    """The width of text, in units of the drawing. unit: the type size times how wide its face runs."""
    return unit * sum(WIDTHS.get(sign) or width_of(sign) for sign in text)


@lru_cache(maxsize=2048)
def width_of(sign):
    if unicodedata.east_asian_width(sign) in "WF" or ord(sign) > 0x1F000:
        return DOUBLE
    return CAPITAL if sign.isupper() else ORDINARY
