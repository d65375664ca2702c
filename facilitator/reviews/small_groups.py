"""The one place that knows when a group is too small to be shown apart. (trust.md, 4)

Fewer than five people are not shown apart, and cannot be worked out by subtraction: what is left when the groups shown
are taken from everybody is nobody, or five people and more. (docs/decisions/0012 tells where this is applied)
"""

SMALLEST_GROUP = 5
TOO_FEW = "Answers of fewer than five people are not broken down, so that nobody can be recognised."
UNSEEN = "Their answers have not been revealed to the room, so they are not broken down."
LATER = "What fewer than five people answered or changed later is not counted in it, so that nobody can be recognised."


def is_small(people):
    """Whether a group of so many people is too small to be shown. Nobody at all is no group and gives nobody away."""
    return 0 < people < SMALLEST_GROUP


def shown_apart(sizes):
    """The groups that may be shown apart, of a mapping of group to its number of people.

    The smallest are left out first, until those left out together are nobody, or five people and more.
    """
    apart = [group for group, people in sizes.items() if people >= SMALLEST_GROUP]
    while apart and is_small(sum(sizes.values()) - sum(sizes[group] for group in apart)):
        apart.remove(min(apart, key=sizes.get))
    return apart
