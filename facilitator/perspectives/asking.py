"""Named questions about statements: what stands at a step, what one participant gave, what waits."""

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from facilitator.db import db
from facilitator.perspectives.models import Abstention, Statement
from facilitator.workshops.models import Participant


def given_at(room, **also):
    """Every statement given at this step of this workshop, oldest first, corrected and withdrawn ones too.

    also: further columns to match, such as participant_id. What decides whether a statement stands is read with it.
    """
    found = select(Statement).filter_by(workshop_id=room.workshop.id, stage=room.stage.slug, **also)
    found = found.where(Statement.episode_id.is_not_distinct_from(room.step.episode_id))
    found = found.options(
        selectinload(Statement.replaced_by), joinedload(Statement.set_aside), joinedload(Statement.star)
    )
    return db.session.scalars(found.order_by(Statement.number)).all()


def standing_at(room):
    """The statements of this step that stand: not corrected, withdrawn, set aside or held."""
    return [statement for statement in given_at(room) if statement.is_current]


def own_at(room, participant):
    """What one participant gave at this step and still stands for them (held ones too): question → Statement."""
    own = given_at(room, participant_id=participant.id)
    return {one.question: one for one in own if not (one.replaced_by or one.withdrawn_at)}


def all_own(participant):
    """Everything a participant gave in this workshop, oldest first."""
    return db.session.scalars(
        select(Statement).filter_by(participant_id=participant.id).order_by(Statement.number)
    ).all()


def silences_at(room):
    """The answers without words at this step."""
    found = select(Abstention).join(Abstention.participant).options(contains_eager(Abstention.participant))
    found = found.where(Participant.workshop_id == room.workshop.id)
    found = found.where(Abstention.stage == room.stage.slug)
    return db.session.scalars(found.where(Abstention.episode_id.is_not_distinct_from(room.step.episode_id))).all()


def held_in(workshop):
    """Words that came after their stage had closed and wait for the facilitator."""
    found = select(Statement).filter_by(workshop_id=workshop.id, let_in_at=None)
    return db.session.scalars(found.where(Statement.held_at.is_not(None)).order_by(Statement.number)).all()


def answered_at(room):
    """The ids of the participants who gave words or an answer without words at this step."""
    wrote = select(Statement.participant_id).filter_by(workshop_id=room.workshop.id, stage=room.stage.slug)
    wrote = wrote.where(Statement.episode_id.is_not_distinct_from(room.step.episode_id))
    wrote = set(db.session.scalars(wrote.where(Statement.withdrawn_at.is_(None)).distinct()))
    return wrote | {silence.participant_id for silence in silences_at(room)}
