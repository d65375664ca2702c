"""The line below the lanes that says what their signs mean."""

from facilitator.narrative.fitting import SANS, measure
from facilitator.narrative.sources import KNOWN

HEIGHT, SIZE, SIGN, GAP = 44, 28, 36, 34
LEAD = "How it is known:"


def legend():
    """(where the lead stands, [(x, source)], where the note on rough dates stands), in units of the drawing."""
    x = measure(LEAD, SIZE * SANS) + GAP
    signs = []
    for source in KNOWN:
        signs.append((x, source))
        x += SIGN + measure(source.told, SIZE * SANS) + GAP
    return signs, x


SIGNS, AFTER = legend()
