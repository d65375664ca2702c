"""Names of people in a text: any part of one, spelt nearly so, run together, or as initials."""

import re
from collections import defaultdict

from facilitator.hints.spelling import one_slip, parts_of, plain, shorter

NEAR_FROM = 5  # letters; shorter names have too many neighbours among ordinary words
NEAR_ANYWHERE = 6  # letters; from here on a near spelling counts without a capital
INITIALS = re.compile(r"\b[A-Z]\.\s?(?:[A-Z]\.\s?)*[A-Z]\.?(?![a-z])")


class People:
    """The names of a case. ordinary: words in small letters that are also names, such as “grace”."""

    def __init__(self, ordinary):
        self.ordinary = ordinary
        self.whole, self.initials = {}, {}
        self.near, self.beside, self.seen = defaultdict(set), defaultdict(set), {}

    def take(self, thing):
        parts = parts_of(thing.text)
        for part in parts:
            if len(part) > 2 or len(parts) == 1:
                self.know(part, thing.kind)
            self.beside[part] |= set(parts) - {part}
        if len(parts) > 1:
            for some in runs_of(parts):
                self.know("".join(some), thing.kind)
            for some in (parts, [parts[0], parts[-1]]):
                self.initials["".join(part[0] for part in some)] = thing.kind

    def know(self, word, kind):
        self.whole.setdefault(word, kind)
        if len(word) >= NEAR_FROM:
            for short in shorter(word) | {word}:
                self.near[short].add(word)

    def find(self, words, text):
        """Triples of kind, start and end."""
        for place, word in enumerate(words):
            before, after = words[place - 1] if place else None, words[place + 1] if place + 1 < len(words) else None
            if after and self.is_in_two(word, after, text):
                yield self.whole[word.plain + after.plain], word.start, after.end
            elif kind := self.kind_of(word, before, after):
                yield kind, word.start, word.end
        for match in INITIALS.finditer(text):
            if kind := self.initials.get(re.sub(r"[^a-z]", "", plain(match[0]))):
                yield kind, match.start(), match.end()

    def is_in_two(self, word, after, text):
        """Whether a name was written in two, or with a hyphen: “Con nor”, “Anne-Marie”."""
        return not text[word.end : after.start].strip(" \t_-.") and word.plain + after.plain in self.whole

    def kind_of(self, word, before, after):
        """Which kind of name a word is, given what stands beside it; None when it is none.

        A near spelling counts when it begins like the name and has a capital or is long, or when it is long and has a
        capital inside a sentence.
        """
        if word.plain in self.whole:
            meant = not self.is_ordinary(word.plain) or self.is_meant(word, before, after)
            return self.whole[word.plain] if meant else None
        if word.capital and word.plain.endswith("s") and word.plain[:-1] in self.whole:
            return self.whole[word.plain[:-1]]
        kind, same_first = self.like(word.plain)
        long_enough, stands_out = len(word.plain) >= NEAR_ANYWHERE, word.capital and not word.opens
        return kind if (same_first and (word.capital or long_enough)) or (stands_out and long_enough) else None

    def like(self, word):
        """The kind of a name that a word is one slip away from, and whether both begin with the same letter."""
        if word not in self.seen:
            self.seen[word] = self.look_for_like(word)
        return self.seen[word]

    def look_for_like(self, word):
        if len(word) < NEAR_FROM - 1 or word.isdigit() or self.is_ordinary(word):
            return None, False
        candidates = set().union(*(self.near.get(short, ()) for short in shorter(word) | {word}))
        near = [name for name in candidates if one_slip(word, name) and not self.is_ordinary(name)]
        # A slip of the hand rarely takes the first letter; an ordinary word often differs in it.
        near.sort(key=lambda name: (name[0] != word[0], name))
        return (self.whole[near[0]], near[0][0] == word[0]) if near else (None, False)

    def is_ordinary(self, word):
        return word in self.ordinary or (word.endswith("s") and word[:-1] in self.ordinary)

    def is_meant(self, word, before, after):
        """Whether a word that is also a name is meant as one: by its capital, or another part of the name beside it."""
        others = self.beside.get(word.plain, ())
        return word.capital or any(one and one.plain in others for one in (before, after))


def runs_of(parts):
    """Every run of at least two neighbouring parts of a name, and its first with its last."""
    runs = [parts[first:last] for first in range(len(parts)) for last in range(first + 2, len(parts) + 1)]
    return [*runs, [parts[0], parts[-1]]]
