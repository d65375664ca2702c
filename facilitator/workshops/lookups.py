"""What is looked up about a step for every phone's page or after every change. Each is put together once.

To put such a query together takes longer than to ask it.
"""

from functools import cache

from sqlalchemy import bindparam, exists, func, select
from sqlalchemy.orm import joinedload

from facilitator.reviews.models import Position
from facilitator.workshops.models import Done, Labelling, Participant, Reveal, Workshop


@cache
def with_steps():
    """The query for workshops with all that their steps are made of: the review, and its episodes."""
    review = Workshop.review.property.entity.class_
    return select(Workshop).options(joinedload(Workshop.review).joinedload(review.all_episodes))


def at_step(model):
    """What makes a row of this model one of the step that is asked about."""
    return model.stage == bindparam("stage"), model.episode_id.is_not_distinct_from(bindparam("episode"))


REVEALED = select(Reveal).where(
    Reveal.workshop_id == bindparam("workshop"), *at_step(Reveal), Reveal.undone_at.is_(None)
)
NEWEST_LABELLING = (
    select(Labelling)
    .where(Labelling.workshop_id == bindparam("workshop"), Labelling.stage == bindparam("stage"))
    .order_by(Labelling.id.desc())
    .limit(1)
)
# What is asked together is one question: how a step stands for everybody,
STANDS = select(
    REVEALED.with_only_columns(Reveal.id).scalar_subquery().label("reveal_id"),
    NEWEST_LABELLING.with_only_columns(Labelling.labelled).scalar_subquery().label("labelled"),
    NEWEST_LABELLING.with_only_columns(Labelling.at).scalar_subquery().label("labelled_at"),
)
# and how it stands for one participant.
SAID_DONE = exists().where(Done.participant_id == bindparam("participant"), *at_step(Done))
IN_POSITION = select(func.count(Participant.id)).where(
    Participant.workshop_id == bindparam("workshop"),
    Participant.position_id == bindparam("position"),
    Participant.left_at.is_(None),
)
STANDS_FOR = select(SAID_DONE.label("is_done"), IN_POSITION.scalar_subquery().label("in_position"))
# Asked after every change, to say how many have answered.
HERE = (
    select(Participant.id, Participant.position_id, Position.agency_id, Participant.without_phone)
    .join(Position)
    .where(Participant.workshop_id == bindparam("workshop"), Participant.left_at.is_(None))
)
IDS_HERE = select(Participant.id).where(Participant.workshop_id == bindparam("workshop"), Participant.left_at.is_(None))
DONE_HERE = (
    select(Done.participant_id)
    .join(Participant)
    .where(Participant.workshop_id == bindparam("workshop"), *at_step(Done))
)
