"""The kinds of stage that are about the group itself: welcome, questions to the reviewers, close."""

from facilitator.workshops.kinds import Kind, add_kind


def add_kinds():
    add_kind(Kind("welcome", "workshops/welcome", wall=who_is_here, answered=ready, redraw=("room-changed",)))
    add_kind(Kind("close", "workshops/close", redraw=("room-changed",)))


def who_is_here(room):
    """Who is in the room, by agency."""
    agencies = {}
    for participant in room.workshop.present:
        agencies.setdefault(participant.agency, []).append(participant)
    return {"present_by_agency": agencies}


def ready(room):
    return {participant.id for participant in room.workshop.present if participant.ready_at}
