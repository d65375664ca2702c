"""Named questions about statements: what stands at a step, what one participant gave, what waits."""

from sqlalchemy import select

from facilitator.db import db
from facilitator.perspectives.models import Abstention, Statement


def given_at(room, question=None):
    """Every statement given at this step of this workshop, oldest first, corrected and withdrawn ones too."""
    found = select(Statement).filter_by(workshop_id=room.workshop.id, stage=room.stage.slug)
    found = found.where(Statement.episode_id.is_not_distinct_from(room.step.episode_id))
    if question:
        found = found.filter_by(question=question)
    return db.session.scalars(found.order_by(Statement.number)).all()


def standing_at(room, question=None):
    """The statements of this step that stand: not corrected, withdrawn, set aside or held."""
    return [statement for statement in given_at(room, question) if statement.is_current]


def own_at(room, participant):
    """What one participant gave at this step and still stands for them (held ones too): question → Statement."""
    own = [one for one in given_at(room) if one.participant_id == participant.id]
    return {one.question: one for one in own if not (one.replaced_by or one.withdrawn_at)}


def all_own(participant):
    """Everything a participant gave in this workshop, oldest first."""
    return db.session.scalars(
        select(Statement).filter_by(participant_id=participant.id).order_by(Statement.number)
    ).all()


def silences_at(room):
    """The answers without words at this step."""
    found = select(Abstention).join(Abstention.participant).filter_by(workshop_id=room.workshop.id)
    found = found.where(Abstention.stage == room.stage.slug)
    return db.session.scalars(found.where(Abstention.episode_id.is_not_distinct_from(room.step.episode_id))).all()


def held_in(workshop):
    """Words that came after their stage had closed and wait for the facilitator."""
    found = select(Statement).filter_by(workshop_id=workshop.id, let_in_at=None)
    return db.session.scalars(found.where(Statement.held_at.is_not(None)).order_by(Statement.number)).all()


def answered_at(room):
    """The ids of the participants who gave words or an answer without words at this step."""
    wrote = {statement.participant_id for statement in given_at(room) if not statement.withdrawn_at}
    return wrote | {silence.participant_id for silence in silences_at(room)}
