"""Episodes over a case at a glance: a band down the times each covers, and a flag with its label above."""

from dataclasses import dataclass

from facilitator.narrative.fitting import SANS, measure
from facilitator.narrative.strips import HEIGHT, MOST_LAYERS, SIZE, strips_of
from facilitator.narrative.units import columns_over

SIDE, GAP = 12, 8


@dataclass(frozen=True)
class Flag:
    """An episode: its band over the units it covers, and its label above it, which may be wider."""

    episode: object
    x: float
    width: float
    flag_x: float
    flag_width: float
    y: float


def flags_of(episodes, units, column, left, right, top):
    """(flags, labels of those without room for one): the episodes of this time, in as many layers as over the lanes.

    left, right, top: where the columns begin and end, and where the first layer is, in units of the drawing.
    """
    flags, ends, left_out = [], [], []
    for strip in sorted(strips_of(episodes), key=lambda one: one.when.earliest):
        here = columns_over(strip.when.earliest, strip.when.latest, units)
        if not here:
            continue
        wide = measure(strip.episode.label, SIZE * SANS) + 2 * SIDE
        x, width = left + here[0] * column, (here[-1] - here[0] + 1) * column
        flag_x = min(x, right - wide)
        layer = next((number for number, end in enumerate(ends) if end <= flag_x), len(ends))
        if layer == MOST_LAYERS:
            left_out.append(strip.episode.label)
            continue
        ends[layer : layer + 1] = [flag_x + wide + GAP]
        flags.append(Flag(strip.episode, x, width, flag_x, wide, top + layer * HEIGHT))
    return flags, left_out
