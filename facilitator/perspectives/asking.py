"""Named questions about statements: what stands at a step, what one participant gave, what waits."""

from functools import cache

from sqlalchemy import bindparam, exists, select
from sqlalchemy.orm import aliased, contains_eager, joinedload, lazyload, selectinload

from facilitator.db import ask_plain, db
from facilitator.perspectives.models import Abstention, Statement
from facilitator.workshops.lookups import at_step
from facilitator.workshops.models import Participant

# Asked in every save, some twice. To put a query together takes longer than to ask it, so that is done once.
OWN_SILENCES = select(Abstention).where(Abstention.participant_id == bindparam("participant"), *at_step(Abstention))
GAVE_ANYTHING = select(
    exists()
    .where(
        Statement.workshop_id == bindparam("workshop"),
        Statement.participant_id == bindparam("participant"),
        *at_step(Statement),
    )
    .label("words"),
    OWN_SILENCES.exists().label("silences"),
)


@cache
def who_answered():
    """The query for the participants who gave words or an answer without words at a step. Asked after every change."""
    wrote = select(Statement.participant_id).where(
        Statement.workshop_id == bindparam("workshop"),
        *at_step(Statement),
        Statement.withdrawn_at.is_(None),
        Statement.participant_id.is_not(None),
    )
    silent = select(Abstention.participant_id).join(Abstention.participant)
    return wrote.union(silent.where(Participant.workshop_id == bindparam("workshop"), *at_step(Abstention)))


@cache
def own_query():
    """A participant's statements of a step that are not corrected or withdrawn. Nothing else is read with them."""
    later = aliased(Statement)
    return (
        select(Statement)
        .where(
            Statement.workshop_id == bindparam("workshop"),
            Statement.participant_id == bindparam("participant"),
            *at_step(Statement),
            Statement.withdrawn_at.is_(None),
            ~exists().where(later.participant_id == Statement.participant_id, later.replaces_id == Statement.id),
        )
        .options(lazyload(Statement.position))
        .order_by(Statement.number)
    )


def given_at(room, after=0):
    """Every statement given at this step of this workshop, oldest first, corrected and withdrawn ones too.

    after: only those with a higher number than this. What decides whether a statement stands is read with it.
    """
    return with_standing(given_here(room).where(Statement.number > after) if after else given_here(room))


def numbered_at(room, numbers):
    """Those with these numbers, in the same way."""
    return with_standing(given_here(room).where(Statement.number.in_(numbers)))


def given_here(room):
    return here(select(Statement).filter_by(workshop_id=room.workshop.id), room, Statement)


def with_standing(found):
    loaded = selectinload(Statement.replaced_by), joinedload(Statement.set_aside), joinedload(Statement.star)
    return db.session.scalars(found.options(*loaded).order_by(Statement.number)).all()


def standing_at(room):
    """The statements of this step that stand: not corrected, withdrawn, set aside or held."""
    return [statement for statement in given_at(room) if statement.is_current]


def own_at(room, participant):
    """What one participant gave at this step and still stands for them (held ones too): question → Statement."""
    return own_answers(room, participant)[0]


def own_silences_at(room, participant):
    """What one participant answered without words at this step: question → Abstention, "" for the whole step."""
    return own_answers(room, participant)[1]


def own_answers(room, participant):
    """Both, as they were when first asked for in this request. Whoever writes keeps them in step with what they write.

    Most who ask have given nothing at this step yet: records are looked for only where there are any.
    """
    known = room.__dict__.setdefault("own answers", {})
    if participant.id not in known:
        step = {"workshop": room.workshop.id, "participant": participant.id}
        step |= {"stage": room.stage.slug, "episode": room.step.episode_id}
        gave = ask_plain(GAVE_ANYTHING, step).one()
        words = db.session.scalars(own_query(), step) if gave.words else ()
        silences = db.session.scalars(OWN_SILENCES, step) if gave.silences else ()
        known[participant.id] = {one.question: one for one in words}, {one.question: one for one in silences}
    return known[participant.id]


def all_own(participant):
    """Everything a participant gave in this workshop, oldest first."""
    return db.session.scalars(
        select(Statement).filter_by(participant_id=participant.id).order_by(Statement.number)
    ).all()


def silences_at(room):
    """The answers without words at this step."""
    found = select(Abstention).join(Abstention.participant).options(contains_eager(Abstention.participant))
    found = here(found.where(Participant.workshop_id == room.workshop.id), room, Abstention)
    return db.session.scalars(found).all()


def here(query, room, model):
    """Only what belongs to this step."""
    return query.where(model.stage == room.stage.slug, model.episode_id.is_not_distinct_from(room.step.episode_id))


def held_in(workshop):
    """Words that came after their stage had closed and wait for the facilitator."""
    found = select(Statement).filter_by(workshop_id=workshop.id, let_in_at=None, withdrawn_at=None)
    return db.session.scalars(found.where(Statement.held_at.is_not(None)).order_by(Statement.number)).all()


def set_aside_in(workshop):
    """Words that a facilitator took out of the shared picture of this workshop, with their reasons."""
    found = select(Statement).filter_by(workshop_id=workshop.id, withdrawn_at=None).join(Statement.set_aside)
    return db.session.scalars(found.options(contains_eager(Statement.set_aside)).order_by(Statement.number)).all()


def answered_at(room):
    """The ids of the participants who gave words or an answer without words at this step."""
    return {*ask_plain(who_answered(), room.in_lookups).scalars().all()}
