"""Patterns on phone, wall and console."""

from facilitator.patterns.asking import patterns_of, proposed_by, to_tick
from facilitator.patterns.categories import names_of
from facilitator.patterns.merging import came_from
from facilitator.patterns.offers import Offer, open_offers

LINES_ON_A_PAGE = 8  # beside the question, its three lines and the foot, at reading size
SIGNS_ON_A_LINE = 68
QUESTION = "Is there something behind it?"


def answered(room):
    return proposed_by(room)


def phone(room, participant):
    """What has been put before the group, and what one can tick to propose more."""
    return {"patterns": patterns_of(room.review), "to_tick": to_tick(room.review), "names_of": names_of}


def wall(room):
    """What the program asks, then the list, in pages that never shrink."""
    found = pages([*open_offers(room.review), *patterns_of(room.review)], words_on_wall)
    page = min(room.workshop.wall_page, max(len(found) - 1, 0))
    shown = found[page] if found else []
    offers = [one for one in shown if isinstance(one, Offer)]
    patterns = [one for one in shown if not isinstance(one, Offer)]
    return {"pages": len(found), "page": page, "offers": offers, "patterns": patterns, "names_of": names_of}


def words_on_wall(thing):
    """The words that stand on the wall for an offer or a pattern."""
    if isinstance(thing, Offer):
        return f"“{thing.factor.item}” {thing.why} {QUESTION}"
    return "".join(whole_lines(words) for words in [thing.title, *(f"with “{one.title}”" for one in thing.absorbed)])


def whole_lines(words):
    """Words filled up to the end of their last line, since what follows begins on the next."""
    return words.ljust(-(-len(words) // SIGNS_ON_A_LINE) * SIGNS_ON_A_LINE)


def pages(things, words_of):
    """Things in pages of at most so many lines on the wall, each with one line more for what is said about it."""
    found, room_left = [], 0
    for thing in things:
        lines = 1 + -(-len(words_of(thing)) // SIGNS_ON_A_LINE)
        if lines > room_left:
            found.append([])
            room_left = max(LINES_ON_A_PAGE, lines)
        found[-1].append(thing)
        room_left -= lines
    return found


def console(room):
    """The list with its acts."""
    patterns, offers = patterns_of(room.review), open_offers(room.review)
    return {
        "patterns": patterns,
        "offers": offers,
        "names_of": names_of,
        "wall_pages": len(pages([*offers, *patterns], words_on_wall)),
        "came_from": came_from,
        "to_draft": [pattern for pattern in patterns if pattern.taken_at and not pattern.findings],
    }
