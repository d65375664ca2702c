"""How usual the agencies find it, as far as nobody can be recognised by it. (trust.md, 4; method.md, 5)"""

from collections import Counter

SMALLEST_GROUP = 5  # fewer people than this are not shown apart, and cannot be worked out by subtraction


def broken_down(given, labels):
    """The answers by agency: [(agency, how many answered, their counts in the order of the labels)].

    given: the Usual rows of one episode. labels: answer → label. An agency stands apart only when at least five of it
    have answered and all who are not shown apart are at least five too; otherwise it is left out, the smallest first.
    """
    by_agency = {}
    for one in sorted(given, key=lambda one: one.position.agency.number):
        by_agency.setdefault(one.position.agency, []).append(one.answer)
    apart = [agency for agency, answers in by_agency.items() if len(answers) >= SMALLEST_GROUP]
    while apart and not hides_nobody_small(by_agency, apart):
        apart.remove(min(apart, key=lambda agency: len(by_agency[agency])))
    if len(by_agency) < 2:
        return []
    return [(agency, len(by_agency[agency]), counts_of(by_agency[agency], labels)) for agency in apart]


def hides_nobody_small(by_agency, apart):
    """Whether those left when the agencies shown apart are taken from everybody are nobody, or five and more."""
    rest = sum(len(answers) for agency, answers in by_agency.items() if agency not in apart)
    return rest == 0 or rest >= SMALLEST_GROUP


def counts_of(answers, labels):
    counted = Counter(answers)
    return [counted[key] for key in labels]
