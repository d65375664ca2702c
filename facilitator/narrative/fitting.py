"""Fitting words into a box of an SVG, which cannot wrap text itself."""

import unicodedata
from functools import lru_cache

# How wide a face runs, as a share of an ordinary one. On the wide side: a short line is better than one cut off.
SERIF, SANS = 1.0, 1.02
# How wide signs are, as shares of the type size.
NARROW, SMALL, ORDINARY, CAPITAL, BROAD, DOUBLE = 0.34, 0.45, 0.585, 0.7, 0.95, 1.3
WIDTHS = dict.fromkeys(" .,;:'’‘!|ijl", NARROW) | dict.fromkeys('-()[]frt"“”…', SMALL) | dict.fromkeys("mwMW@%—", BROAD)


def fit(text, width, size, lines, *, face=SERIF, indent=0):
    """Text as at most so many lines that fit a width, the last one shortened with “…” where words are left over.

    width, size, indent: in units of the drawing; the first line is shorter by the indent. Longer words are cut.
    """
    fitted, words = [], " ".join(text.split()).split(" ")
    for number in range(lines):
        space = width - (0 if number else indent)
        line, words = take_line(words, space, size * face, last=number == lines - 1)
        fitted.append(line)
        if not words:
            break
    return fitted


def take_line(words, space, unit, last):
    """As many words as fit, and those left over."""
    for count in range(len(words), 0, -1):
        rest = words[count:]
        line = " ".join(words[:count]) + ("…" if rest and last else "")
        if measure(line, unit) <= space:
            return line, rest
    if last or measure(words[0], unit) > space * 1.6:
        return cut(words[0], space, unit), [] if last else words[1:]
    return "", words


def cut(word, space, unit):
    while word and measure(word + "…", unit) > space:
        word = word[:-1]
    return word + "…"


def measure(text, unit):
    """The width of text, in units of the drawing. unit: the type size times how wide its face runs."""
    return unit * sum(WIDTHS.get(sign) or width_of(sign) for sign in text)


@lru_cache(maxsize=2048)
def width_of(sign):
    if unicodedata.east_asian_width(sign) in "WF" or ord(sign) > 0x1F000:
        return DOUBLE
    return CAPITAL if sign.isupper() else ORDINARY
