"""The kinds of stage that are about the group itself: welcome, questions to the reviewers, close."""

from facilitator.workshops.kinds import Kind, add_kind
from facilitator.workshops.last_words import has_left_with, words_of

REDRAW = ("room-changed", "statements-changed")


def add_kinds():
    add_kind(Kind("welcome", "workshops/welcome", wall=who_is_here, answered=ready, redraw=REDRAW))
    add_kind(Kind("close", "workshops/close", phone=leaving, wall=last, redraw=REDRAW))


def who_is_here(room):
    """Who is in the room, by agency."""
    agencies = {}
    for participant in room.workshop.present:
        agencies.setdefault(participant.agency, []).append(participant)
    return {"present_by_agency": agencies}


def leaving(room, participant):
    return {"left_with": has_left_with(participant)}


def last(room):
    return {"words": words_of(room.workshop)}


def ready(room):
    return {participant.id for participant in room.workshop.present if participant.ready_at}
