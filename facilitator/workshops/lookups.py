"""What is looked up about a step for every phone's page or after every change. Each is put together once.

To put such a query together takes longer than to ask it.
"""

from sqlalchemy import bindparam, select

from facilitator.reviews.models import Position
from facilitator.workshops.models import Done, Labelling, Participant, Reveal

SAID_DONE = select(Done.id).where(
    Done.participant_id == bindparam("participant"),
    Done.stage == bindparam("stage"),
    Done.episode_id.is_not_distinct_from(bindparam("episode")),
)
REVEALED = select(Reveal).where(
    Reveal.workshop_id == bindparam("workshop"),
    Reveal.stage == bindparam("stage"),
    Reveal.episode_id.is_not_distinct_from(bindparam("episode")),
    Reveal.undone_at.is_(None),
)
# The newest first; whoever asks takes one.
LABELLED = (
    select(Labelling)
    .where(Labelling.workshop_id == bindparam("workshop"), Labelling.stage == bindparam("stage"))
    .order_by(Labelling.id.desc())
    .limit(1)
)
# Asked after every change, to say how many have answered.
HERE = (
    select(Participant.id, Participant.position_id, Position.agency_id, Participant.without_phone)
    .join(Position)
    .where(Participant.workshop_id == bindparam("workshop"), Participant.left_at.is_(None))
)
DONE_HERE = (
    select(Done.participant_id)
    .join(Participant)
    .where(
        Participant.workshop_id == bindparam("workshop"),
        Done.stage == bindparam("stage"),
        Done.episode_id.is_not_distinct_from(bindparam("episode")),
    )
)
IN_POSITION = (
    select(Participant.id)
    .where(
        Participant.workshop_id == bindparam("workshop"),
        Participant.position_id == bindparam("position"),
        Participant.left_at.is_(None),
    )
    .limit(2)
)
