"""Addresses, schools and other places in a text: whole, shortened, or with a slip in a long word."""

import re
from collections import defaultdict

from facilitator.hints.spelling import one_slip, parts_of

NEAR_FROM = 5
SAME = {"saint": "st", "road": "rd", "avenue": "ave", "street": "st", "drive": "dr", "crescent": "cres", "close": "cl"}
# What is not a place's own: its kind. “Elm Road” is known by “Elm”, never by “Road”.
GENERIC = frozenset(
    """the a of and at in for st rd cl ave lane dr cres terrace gardens grove court walk way mews rise house flat square
    place school primary secondary infant infants junior high academy college nursery catholic church england ce rc cofe
    community centre children childrens hospital surgery practice medical home""".split()  # noqa: SIM905
)


class Places:
    """The places of a case, each known by one or more rows of words."""

    def __init__(self):
        self.phrases = defaultdict(set)

    def take(self, thing):
        for line in re.split(r"[,\n;]", thing.text):
            words = [SAME.get(word, word) for word in parts_of(line)]
            own = [word for word in words if word not in GENERIC and not word.isdigit()]
            # A town alone says too little, and would be found everywhere.
            if own and (len(words) > 1 or thing.kind == "place"):
                self.know(words, own, thing.kind)

    def know(self, words, own, kind):
        """A place by all its words, without its number, and by its own word with one neighbour."""
        named = [word for word in words if not word.isdigit()]
        for phrase in (words, named, named[: named.index(own[0]) + 2], own):
            if len(phrase) > 1 or (kind == "place" and len(own[0]) > 3 and phrase == own):
                self.phrases[phrase[0]].add((tuple(phrase), kind))

    def find(self, words):
        """Triples of kind, start and end."""
        spelt = [SAME.get(word.plain, word.plain) for word in words]
        for place, word in enumerate(spelt):
            for phrase, kind in self.beginning_with(word):
                end = place + len(phrase)
                fits = end <= len(words) and all(map(alike, spelt[place:end], phrase))
                if fits and (len(phrase) > 1 or words[place].capital):
                    yield kind, words[place].start, words[end - 1].end

    def beginning_with(self, word):
        if word in self.phrases or len(word) < NEAR_FROM:
            return self.phrases.get(word, ())
        return [one for first, phrases in self.phrases.items() if alike(word, first) for one in phrases]


def alike(one, other):
    return one == other or (min(len(one), len(other)) >= NEAR_FROM and one_slip(one, other))
