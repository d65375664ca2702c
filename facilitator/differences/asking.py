"""Named questions about differences, and about the accounts between which they lie."""

from sqlalchemy import select

from facilitator.db import db
from facilitator.differences.models import Difference
from facilitator.perspectives.asking import standing_at
from facilitator.perspectives.choosing import among_others
from facilitator.refusal import NotFound
from facilitator.workshops.room import steps_of

VIEW = "view-at-the-time"


def rooms_of(workshop, episode):
    """The steps of a workshop that asked for the view at the time of an episode and have been revealed."""
    found = steps_of(workshop)
    return [one for one in found if one.kind.name == VIEW and one.episode is episode and one.is_revealed]


def accounts_of(workshop, episode):
    """The accounts of an episode that the room has seen, in the order of their numbers."""
    given = [statement for room in rooms_of(workshop, episode) for statement in standing_at(room)]
    return [one for one in given if one.question not in among_others]  # words beside a choice are no account


def windows(statements, questions):
    """One row for each who gave an account: (statement that names them, {question: statements}). Nothing is merged.

    What carries no position stands in a row for each agency, or in one row for all of it.
    """
    rows = {}
    for one in statements:
        key = (one.participant_id, one.giver) if one.participant_id else (None, one.giver)
        rows.setdefault(key, []).append(one)
    return [
        (given[0], {question.key: [one for one in given if one.question == question.key] for question in questions})
        for given in rows.values()
    ]


def standing(episode):
    """The differences of an episode that stand, in the order they were marked."""
    return sorted((one for one in episode.differences if one.stands), key=lambda one: one.number)


def find_difference(review, number):
    found = db.session.scalar(select(Difference).filter_by(review_id=review.id, number=number))
    if found is None:
        raise NotFound("There is no difference with this number in the review.")
    return found
