"""An agency's letter: what stands for it wherever its name is too long. Always with its colour. (screens.md)"""

from itertools import chain, product
from string import ascii_uppercase

SMALL_WORDS = {"and", "for", "of", "the", "with"}


def letter_for(name, taken):
    """One or two capitals for an agency that no other in the review has.

    The first letters of its words come first, then two of them, then its first letter with another of its letters.
    """
    return next(letter for letter in candidates(name) if letter not in taken)


def candidates(name):
    words = [letters for word in name.split() if (letters := capitals(word)) and word.lower() not in SMALL_WORDS]
    initials = [word[0] for word in words]
    within = "".join(chain.from_iterable(words))[1:]
    pairs = (initials[0] + other for other in chain(initials[1:], within))
    return chain(initials, pairs, ascii_uppercase, map("".join, product(ascii_uppercase, repeat=2)))


def capitals(word):
    """The letters of a word as capitals, those left out that have no single one."""
    return [sign.upper() for sign in word if sign.isalpha() and len(sign.upper()) == 1]
