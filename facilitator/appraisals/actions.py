"""Giving an answer to “How good was the practice?”."""

from facilitator.appraisals.models import Appraisal
from facilitator.perspectives.asked_here import check_kind
from facilitator.perspectives.choosing import choose


def appraise(participant, room, answer, standard, key):
    """Keep what one participant answers about the episode of this step. (method.md, 5)

    answer: one of appraisals.models.ANSWERS. standard: words beside it, or empty. Refused when it is
    no such answer or comes too late.
    """
    check_kind(room, "appraisal")
    return choose(Appraisal, "standard", participant, room, answer, standard, key)
