"""The narrative on phone, wall and console."""

from flask import request

from facilitator.narrative.asking import disputes_for, disputes_shown, entries_for, entries_shown, lanes_of, reveals
from facilitator.narrative.lanes import draw_lanes
from facilitator.narrative.sources import asked_on_phones
from facilitator.narrative.stretch import has_date, within
from facilitator.perspectives.asking import answered_at, given_at, standing_at

ASKS = ("add", "correct", "dispute")


def phone(room, participant):
    """One's own lane first, then the others; or the one form that was asked for, about the one entry."""
    entries = entries_for(room.review, participant)
    asked = request.args.get("do")
    about = next((entry for entry in entries if str(entry.number) == request.args.get("entry")), None)
    lanes, revealed = lanes_of(room.review, entries), reveals(room.review)
    return {
        "sources_asked": asked_on_phones(),
        "asked": asked if asked == "add" or (asked in ASKS and about) else None,
        "about": about,
        "own_lane": next(entries for agency, entries in lanes if agency is participant.agency),
        "other_lanes": [lane for lane in lanes if lane[0] is not participant.agency],
        "disputes_of": lambda entry: disputes_for(entry, participant, revealed),
    }


def wall(room):
    lanes = lanes_on_wall(room)
    return {"lanes": lanes, "page": lanes.page, "pages": lanes.pages}


def lanes_on_wall(room):
    """The page of lanes that the wall shows, of the stretch of time that was chosen for it."""
    chosen = room.workshop.wall_stretch
    entries = within(entries_shown(room.review), chosen)
    return draw_lanes(
        room.review, entries, page=room.workshop.wall_page, episodes=studied(room.review), only=chosen or ""
    )


def studied(review):
    """The chosen episodes, KPE 1 first; they belong to a later noun, named and not imported."""
    return sorted((one for one in review.all_episodes if one.number), key=lambda one: one.number)


def dated(review):
    return [one for one in studied(review) if has_date(one)]


def console(room):
    """The lanes as the room sees them; of what was given only counts before the reveal, the words after it."""
    kept = [one.question for one in given_at(room) if not one.withdrawn_at]
    given = {question: kept.count(question) for question in ASKS}
    entries, revealed = entries_shown(room.review), reveals(room.review)
    return {
        "entries": entries,
        "disputes_of": lambda entry: disputes_shown(entry, revealed),
        "given": given,
        "statements": standing_at(room) if room.is_revealed else [],
        "wall_pages": lanes_on_wall(room).pages,
        "dated_episodes": dated(room.review),
    }


def answered(room):
    return answered_at(room)
