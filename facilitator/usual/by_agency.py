"""How usual the agencies find it, as far as nobody can be recognised by it. (trust.md, 4; method.md, 5)"""

from collections import Counter

from facilitator.reviews.small_groups import shown_apart


def broken_down(given, labels):
    """The answers by agency: [(agency, how many answered, their counts in the order of the labels)].

    given: the Usual rows of one episode. labels: answer → label. An agency stands apart only when at least five of it
    have answered and all who are not shown apart are at least five too; otherwise it is left out, the smallest first.
    None stands apart once later answers have joined: the first picture and the next would tell of those few.
    """
    if len({one.shown_at for one in given}) > 1:
        return []
    by_agency = {}
    for one in sorted(given, key=lambda one: one.position.agency.number):
        by_agency.setdefault(one.position.agency, []).append(one.shown)
    apart = shown_apart({agency: len(answers) for agency, answers in by_agency.items()})
    if len(by_agency) < 2:
        return []
    return [(agency, len(by_agency[agency]), counts_of(by_agency[agency], labels)) for agency in apart]


def counts_of(answers, labels):
    counted = Counter(answers)
    return [counted[key] for key in labels]
