"""What the made-up group answers when a factor that comes back is put to it as a question."""

from collections import defaultdict

from facilitator.narrative.case.findings import CaseOffer
from facilitator.patterns.offers import RECURS
from facilitator.rehearsal.page import one_line

TITLE = "Made up for the rehearsal: “{item}” comes back"
TAKEN = "Made up for the rehearsal: it is part of what the group has found already."
REFUSED = "Made up for the rehearsal: alone it says too little."
LONGEST_ITEM = 200  # signs of it in a title


def offers_of(case):
    """The group takes the first that belongs to a pattern of its own, and says no to the others."""
    offers, taken = [], False
    for item, effect in recurring(case):
        whole = None if taken else pattern_of_kind(case, "constructive" if effect == "helped" else "unsafe")
        if whole is None:
            offers.append(CaseOffer(item=item, effect=effect, because=REFUSED))
            continue
        taken, title = True, TITLE.format(item=one_line(item)[:LONGEST_ITEM])
        offers.append(CaseOffer(item=item, effect=effect, because=TAKEN, title=title, into=whole.key))
    return tuple(offers)


def recurring(case):
    """(item, effect) of what several positions name in several episodes."""
    positions = {one.key: (one.agency, one_line(one.role)) for one in case.participants}
    episodes, people = defaultdict(set), defaultdict(set)
    for episode in case.episodes:
        for one in episode.influences:
            mark = (one.factor, one.item, one.effect)
            episodes[mark].add(episode.key)
            people[mark].add(positions[one.by])
    return [mark[1:] for mark in episodes if len(episodes[mark]) >= RECURS and len(people[mark]) >= RECURS]


def pattern_of_kind(case, kind):
    return next((pattern for pattern in case.patterns if pattern.kind == kind), None)
