"""Episodes above the lanes: each a strip over the columns it covers."""

from dataclasses import dataclass

from facilitator.narrative.dates import When, read_when
from facilitator.narrative.fitting import SANS, fit
from facilitator.refusal import Refused

HEIGHT, SIZE = 42, 24


@dataclass(frozen=True)
class Strip:
    """An episode, when it was, and in which layer above the lanes it is drawn."""

    episode: object
    when: When
    layer: int

    def covers(self, slots):
        return bool(self.columns(slots))

    def columns(self, slots):
        """The numbers of the columns it covers."""
        return [number for number, slot in enumerate(slots) if self.when.earliest <= slot.day <= self.when.latest]

    def drawn(self, slots, column, left, top):
        """(x, y, width, words) over these columns."""
        covered = self.columns(slots)
        width = len(covered) * column - 8
        words = fit(self.episode.full_title, width - 24, SIZE, 1, face=SANS)[0]
        return left + covered[0] * column + 4, top + self.layer * HEIGHT, width, words


def strips_of(episodes):
    """How many layers are needed, and a Strip for each episode whose date can be placed."""
    strips = []
    for episode in episodes:
        try:
            when = read_when(episode.when)
        except Refused:
            continue
        taken = {strip.layer for strip in strips if overlap(strip.when, when)}
        strips.append(Strip(episode, when, next(layer for layer in range(len(strips) + 1) if layer not in taken)))
    return max((strip.layer + 1 for strip in strips), default=0), strips


def overlap(one, other):
    return one.earliest <= other.latest and other.earliest <= one.latest
