"""Giving an answer to “Is this usual?”."""

from facilitator.perspectives.asked_here import check_kind
from facilitator.perspectives.choosing import choose
from facilitator.usual.models import Usual


def say_how_usual(participant, room, answer, example, key):
    """Keep what one participant answers about the episode of this step. (method.md, 5)

    answer: one of usual.models.ANSWERS. example: words beside it, or empty. Refused when it is
    no such answer or comes too late.
    """
    check_kind(room, "usual")
    return choose(Usual, "example", participant, room, answer, example, key)
