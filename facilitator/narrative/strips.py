"""Episodes across the lanes: a title above the columns each covers, and a band down through all lanes."""

from dataclasses import dataclass

from facilitator.narrative.dates import When, read_when
from facilitator.narrative.fitting import SANS, fit
from facilitator.refusal import Refused

HEIGHT, SIZE = 48, 32
MOST_LAYERS = 2  # of titles; a page full of titles would have no room for what happened


@dataclass(frozen=True)
class Span:
    """Where an episode is drawn: its title at x, y over a width, its band from there down.

    words: its number and as much of its title as fits, or nothing where there was no room for one. opens, goes_on:
    it began on an earlier page, it goes on over the next, so that its band has no edge there.
    """

    episode: object
    x: float
    y: float
    width: float
    words: str
    opens: bool
    goes_on: bool


@dataclass(frozen=True)
class Strip:
    """An episode, when it was, and in which layer above the lanes its title stands."""

    episode: object
    when: When
    layer: int

    @property
    def titled(self):
        return self.layer < MOST_LAYERS

    def holds(self, slot):
        return self.when.earliest <= slot.day <= self.when.latest

    def columns(self, slots):
        """The numbers of the columns it covers."""
        return [number for number, slot in enumerate(slots) if self.holds(slot)]

    def drawn(self, slots, every, column, left, top):
        """A Span over these columns. every: the columns of all pages, in order."""
        covered = self.columns(slots)
        width = len(covered) * column - 8
        return Span(
            episode=self.episode,
            x=left + covered[0] * column + 4,
            y=top + min(self.layer, MOST_LAYERS) * HEIGHT,
            width=width,
            words=fit(self.episode.full_title, width - 24, SIZE, 1, face=SANS)[0] if self.titled else "",
            opens=any(self.holds(slot) for slot in every if slot < slots[0]),
            goes_on=any(self.holds(slot) for slot in every if slot > slots[-1]),
        )


def strips_of(episodes):
    """A Strip for each episode whose date can be placed."""
    strips = []
    for episode in episodes:
        try:
            when = read_when(episode.when)
        except Refused:
            continue
        taken = {strip.layer for strip in strips if overlap(strip.when, when)}
        strips.append(Strip(episode, when, next(layer for layer in range(len(strips) + 1) if layer not in taken)))
    return strips


def height_over(slots, strips):
    """Units of height that the titles of the episodes over these columns need."""
    layers = max((strip.layer + 1 for strip in strips if strip.columns(slots)), default=0)
    return min(layers, MOST_LAYERS) * HEIGHT


def overlap(one, other):
    return one.earliest <= other.latest and other.earliest <= one.latest
