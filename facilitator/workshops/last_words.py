"""The one word people may leave with. It is shown on the wall without a position and is never written down.

Kept in memory only, one for each participant, until the workshop closes or the program stops. (method.md, 5: close)
"""

import random

from facilitator.live.announcements import announce
from facilitator.refusal import Refused

LONGEST = 40  # signs

_words = {}


def leave_with(participant, word):
    """Put one participant's word on the wall, in place of an earlier one. Refused when blank or more than 40 signs."""
    word = " ".join(word.split())
    if not word or len(word) > LONGEST:
        raise Refused("One word, or a few: at most 40 characters.")
    _words.setdefault(participant.workshop_id, {})[participant.id] = word
    announce(participant.workshop, "room-changed")


def words_of(workshop):
    """The words, in an order that follows from nothing."""
    words = list(_words.get(workshop.id, {}).values())
    random.shuffle(words)
    return words


def has_left_with(participant):
    return _words.get(participant.workshop_id, {}).get(participant.id, "")


def forget(workshop):
    _words.pop(workshop.id, None)
