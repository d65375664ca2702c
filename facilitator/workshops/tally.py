"""Who has answered at a step whose words do not carry a position. Kept in memory only, and never written down.

In the file, a mark beside a participant that came to be together with some words would tie the two. The marks last
until the workshop closes or the program stops; after a restart the count begins again, and no word is lost by that.
(docs/decisions/0008)
"""

from facilitator.live.announcements import announce

TOLD_IN = 3  # a count that grows one by one shows the room who has just pressed the button

_marks = {}


def mark(room, participant, question, answer=""):
    """Note that a participant gave words (no answer named), or an answer without words, to a question of this step.

    Screens are told when the count they may show has grown, not before.
    """
    before = counted(room)
    steps = _marks.setdefault(room.workshop.key, {})
    steps.setdefault(room.step.place, {}).setdefault(participant.id, {})[question] = answer
    if counted(room) != before:
        announce(room.workshop, "statements-changed")


def answers_of(room, participant):
    """What one participant has answered at this step: question → answer without words, empty where words were given."""
    return dict(_marks.get(room.workshop.key, {}).get(room.step.place, {}).get(participant.id, {}))


def marked(room):
    """The ids of the participants who have answered at this step."""
    return set(_marks.get(room.workshop.key, {}).get(room.step.place, {}))


def counted(room):
    """How many of those here have answered, as far as it is told: in threes, and all of them at the end."""
    answered = len(room.ids_here & (marked(room) | room.answered | room.done))
    return answered if answered == len(room.ids_here) else answered - answered % TOLD_IN


def forget(workshop):
    _marks.pop(workshop.key, None)
