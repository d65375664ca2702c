"""A sieve for one case: it finds its names, days, numbers and places, and their near spellings, in what people write.

It is made from the closed file of real names and lives in memory only. It says that something is there and of which
kind, never which person it belongs to.
"""

from dataclasses import dataclass

from facilitator.hints.shapes import Found
from facilitator.hints.sieve_figures import Figures
from facilitator.hints.sieve_people import People
from facilitator.hints.sieve_places import Places
from facilitator.hints.spelling import words_of

SAYS = {
    "name": "This looks like a name of the case.",
    "worker": "This looks like the name of a worker.",
    "born": "This looks like a date of birth of the case.",
    "number": "This looks like a number that belongs to somebody of the case.",
    "address": "This looks like an address of the case.",
    "place": "This looks like a school or place of the case.",
    "phone": "This looks like a telephone number of the case.",
    "email": "This looks like an e-mail address of the case.",
}
PERHAPS = "Write the pseudonym or the position."


@dataclass(frozen=True)
class Thing:
    """Something that must not leave the room. kind: a key of SAYS."""

    kind: str
    text: str


class Sieve:
    """Finds the things of one case in a text.

    things: Thing, or anything with kind and text. ordinary: words in small letters that are also names.
    """

    def __init__(self, things=(), ordinary=frozenset()):
        self.things = len(things)
        self.people, self.places, self.figures = People(ordinary), Places(), Figures()
        for thing in things:
            part = {"name": self.people, "worker": self.people, "address": self.places, "place": self.places}
            part.get(thing.kind, self.figures).take(thing)
            if thing.kind == "address":
                self.figures.take_postcodes(thing)

    def __bool__(self):
        return self.things > 0

    def find(self, text):
        """What of the case is in a text: a list of Found in its order, nothing twice."""
        words = words_of(text)
        spans = [*self.people.find(words, text), *self.places.find(words), *self.figures.find(text)]
        return [Found(kind, start, end, text[start:end], SAYS[kind], PERHAPS) for kind, start, end in apart(spans)]


def apart(spans):
    """Triples of kind, start and end in the order of the text; the longest one where some lie over one another."""
    kept = []
    for span in sorted(spans, key=lambda one: (one[1] - one[2], one[1])):
        if not any(span[1] < end and start < span[2] for _, start, end in kept):
            kept.append(span)
    return sorted(kept, key=lambda one: one[1])
