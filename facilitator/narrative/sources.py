"""How an entry is known: four kinds of source. (method.md, 5: narrative)

How sure its date is, and whether somebody knows the fact differently, are other matters with marks of their own: a
record may be wrong, and a memory right.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """key: what is stored. name: one or two words, for keys and tables. told: on an entry. asked: at the desk.

    answered: on a phone, in one's own voice. sign: the lines of a drawing 24 × 24, so that no colour is needed to tell.
    """

    key: str
    name: str
    told: str
    asked: str
    answered: str
    sign: str


KNOWN = (
    Source(
        "record", "Record", "From a record", "From a record", "It is written down",
        "M4 1H15L21 7V23H4Z M8 11H17 M8 15H17 M8 19H13",
    ),
    Source(
        "recollection", "Recollection", "Remembered", "Someone remembers it", "I remember it",
        "M12 2A10 10 0 1 1 12 22A10 10 0 1 1 12 2Z M12 7A5 5 0 1 1 12 17A5 5 0 1 1 12 7Z",
    ),
    Source(
        "second-hand", "Second-hand", "Second-hand", "Someone was told it by another", "Somebody told me",
        "M2 3H16V12H8L4 16V12H2Z M19 8H22V18H20V22L15 18H9",
    ),
    Source(
        "inference", "Inference", "Worked out", "Worked out from other things", "I am working it out",
        "M12 2L23 22H1Z",
    ),
)  # fmt: skip
SOURCES = tuple(one.key for one in KNOWN)
BY_KEY = {one.key: one for one in KNOWN}
# Whoever is asked in the room mostly remembers; at the desk mostly records are typed in.
ON_PHONES = ("recollection", "record", "second-hand", "inference")


def asked_at_desk():
    """The choices of the desk: key → words."""
    return {one.key: one.asked for one in KNOWN}


def asked_on_phones():
    """The choices of a phone, the likeliest first: key → words."""
    return {key: BY_KEY[key].answered for key in ON_PHONES}
