"""What was sent, what was acknowledged and what is stored, held against each other."""

from collections import Counter
from dataclasses import dataclass


@dataclass
class Difference:
    """lost: acknowledged and not stored. doubled: stored more than once. ghosts: stored and never sent."""

    lost: set
    doubled: set
    ghosts: set


def difference(sent, acknowledged, stored):
    """sent, acknowledged, stored: lists of texts, each of which was given once."""
    counted = Counter(stored)
    return Difference(
        lost=set(acknowledged) - counted.keys(),
        doubled={text for text, times in counted.items() if times > 1},
        ghosts=counted.keys() - set(sent),
    )
