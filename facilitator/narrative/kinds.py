"""The narrative on phone, wall and console."""

from flask import g, request

from facilitator.narrative.asking import disputes_for, disputes_shown, entries_for, entries_shown, lanes_of, reveals
from facilitator.narrative.glance import draw_glance
from facilitator.narrative.lanes import draw_lanes
from facilitator.narrative.sources import asked_on_phones
from facilitator.narrative.stretch import has_date, within
from facilitator.perspectives.asking import answered_at, given_at, standing_at

ASKS = ("add", "correct", "dispute")
A_FEW = 4  # screens of lanes that are turned without losing the way


def phone(room, participant):
    """One's own lane first, then the others; or the one form that was asked for, about the one entry."""
    entries = entries_for(room.review, participant)
    asked, number = wanted()
    about = next((entry for entry in entries if str(entry.number) == number), None)
    lanes, revealed = lanes_of(room.review, entries), reveals(room.review)
    return {
        "sources_asked": asked_on_phones(),
        "asked": asked if asked == "add" or (asked in ASKS and about) else None,
        "about": about,
        "own_lane": next(entries for agency, entries in lanes if agency is participant.agency),
        "other_lanes": [lane for lane in lanes if lane[0] is not participant.agency],
        "disputes_of": lambda entry: disputes_for(entry, participant, revealed),
    }


def wanted():
    """What the page is to ask: add, correct or dispute, and the number of the entry. After a refusal, as before."""
    if g.get("refused"):
        asked = request.endpoint.removeprefix("narrative.").removesuffix("_on_phone")
        return asked, str(request.view_args.get("number"))
    return request.args.get("do"), request.args.get("entry")


def wall(room):
    """A page of lanes. Where they need more than a few, all of it comes first, at a glance.

    page, pages: of both together. before: how many are at a glance. Of lanes and glance the one not shown is None.
    """
    page, chosen = room.workshop.wall_page, room.workshop.wall_stretch
    review, entries = room.review, within(entries_shown(room.review), chosen)
    drawn = {"episodes": studied(review), "only": chosen or ""}
    glance = draw_glance(review, entries, page=page, **drawn) if len(entries) > A_FEW else None
    before = glance.pages if glance else 0
    lanes = draw_lanes(review, entries, page=page - before, **drawn)
    if before and lanes.pages <= A_FEW:
        before, lanes = 0, draw_lanes(review, entries, page=page, **drawn)
    shown = {"before": before, "pages": before + lanes.pages}
    if page < before:
        return shown | {"glance": glance, "lanes": None, "page": page}
    return shown | {"glance": None, "lanes": lanes, "page": before + lanes.page}


def studied(review):
    """The chosen episodes, KPE 1 first; they belong to a later noun, named and not imported."""
    return sorted((one for one in review.all_episodes if one.number), key=lambda one: one.number)


def dated(review):
    return [one for one in studied(review) if has_date(one)]


def console(room):
    """The lanes as the room sees them; of what was given only counts before the reveal, the words after it."""
    kept = [one.question for one in given_at(room) if not one.withdrawn_at]
    given = {question: kept.count(question) for question in ASKS}
    entries, revealed, shown = entries_shown(room.review), reveals(room.review), wall(room)
    return {
        "entries": entries,
        "disputes_of": lambda entry: disputes_shown(entry, revealed),
        "given": given,
        "statements": standing_at(room) if room.is_revealed else [],
        "wall_pages": shown["pages"],
        "at_a_glance": shown["glance"] is not None,
        "has_glance": shown["before"] > 0,
        "dated_episodes": dated(room.review),
    }


def answered(room):
    return answered_at(room)
