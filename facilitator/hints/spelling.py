"""How names are spelt, more or less: plain letters, words of a text, and whether two words are one slip apart."""

import re
import unicodedata
from dataclasses import dataclass

# Letters that do not come apart into a plain one and its mark.
APART = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
FOLDED = str.maketrans(APART | dict.fromkeys("’‘ʼ`", "'"))
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘`][^\W\d_]+)*|[0-9]+")
UNSEEN = {"Cf", "Mn", "Cc"}


@dataclass(frozen=True)
class Word:
    """A word of a text. plain: small letters without marks. start, end: where. capital: whether it begins with one.

    opens: whether it begins a sentence, where a capital says little.
    """

    plain: str
    start: int
    end: int
    capital: bool
    opens: bool


def plain(text):
    """A text in small letters, without marks and unseen signs: “Chloë” and “CHLOE” are the same."""
    folded = unicodedata.normalize("NFKD", text).casefold().translate(FOLDED)
    return "".join(sign for sign in folded if unicodedata.category(sign) not in UNSEEN)


def readable(text):
    """The text as it is seen: signs without a width taken out. Pairs of text and the place each sign had."""
    kept = [(sign, place) for place, sign in enumerate(text) if unicodedata.category(sign) not in ("Cf", "Mn")]
    return "".join(sign for sign, _ in kept), [place for _, place in kept]


def words_of(text):
    """The words of a text in their order, with a possessive 's taken off."""
    found, seen, places = [], *readable(text)
    for match in WORD.finditer(seen):
        before = seen[: match.start()].rstrip(" \t\"'“‘(*_")
        spelt = re.sub(r"'s?$|'$", "", plain(match[0])).replace("'", "")
        opens = not before or before[-1] in ".!?:\n•-–"
        found.append(Word(spelt, places[match.start()], places[match.end() - 1] + 1, match[0][0].isupper(), opens))
    return found


def parts_of(name):
    """The words of a name: given names and surname, apart."""
    return [word.plain for word in words_of(name.replace("-", " "))]


def shorter(word):
    """The word with each of its letters left out once."""
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


def one_slip(one, other):
    """Whether two words differ by one letter more, less or other, or by two neighbours that changed places."""
    if one == other:
        return False
    if abs(len(one) - len(other)) == 1:
        long, short = sorted((one, other), key=len, reverse=True)
        return short in shorter(long)
    if len(one) != len(other):
        return False
    places = [place for place in range(len(one)) if one[place] != other[place]]
    if len(places) == 1:
        return True
    first, last = places[0], places[-1]
    return len(places) == 2 and last == first + 1 and one[first] == other[last] and one[last] == other[first]
