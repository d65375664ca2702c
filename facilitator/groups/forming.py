"""Who sits with whom: groups as mixed as the room allows. (method.md, 5: discussing in small groups)"""

import random
from itertools import groupby

SMALLEST, LARGEST = 3, 6  # people in a group
FEWEST = 4  # people in the room


def mix(people, size, chance=None):
    """Deal people into groups of about this size, agency by agency, so that those of one agency sit apart.

    people: things with an `agency`. size: 3 to 6. Returns lists. No two groups differ by more than one in their
    number, nor in how many of one agency they have.
    """
    chance = chance or random.SystemRandom()
    groups = [[] for _ in range(max(2, round(len(people) / size)))]
    by_agency = sorted(people, key=lambda one: one.agency.id)
    apart = [list(those) for _, those in groupby(by_agency, key=lambda one: one.agency.id)]
    chance.shuffle(apart)
    for those in apart:
        chance.shuffle(those)
    for place, one in enumerate(one for those in apart for one in those):
        groups[place % len(groups)].append(one)
    return groups
