"""Named questions about patterns, and about the statements they may rest on."""

from itertools import groupby

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from facilitator.db import db
from facilitator.patterns.models import Pattern, PatternEvidence
from facilitator.perspectives.models import Statement
from facilitator.refusal import NotFound
from facilitator.workshops.kinds import KINDS
from facilitator.workshops.models import Reveal
from facilitator.workshops.room import library


def patterns_of(review):
    """Every pattern that stands by itself, in order of number."""
    found = select(Pattern).filter_by(review_id=review.id).order_by(Pattern.number)
    found = found.options(selectinload(Pattern.own_evidence).joinedload(PatternEvidence.statement))
    return [one for one in db.session.scalars(found) if one.stands and not (one.part_of or one.is_taken_apart)]


def find_pattern(review, number):
    pattern = db.session.scalar(select(Pattern).filter_by(review_id=review.id, number=number))
    if pattern is None:
        raise NotFound("There is no pattern with this number in the review. Perhaps it was removed.")
    return pattern


def next_number(review):
    return (db.session.scalar(select(func.max(Pattern.number)).filter_by(review_id=review.id)) or 0) + 1


def shown_in(review):
    """The statements a whole room may see, by number: they stand, and their step is revealed or hides nothing."""
    revealed = reveals(review)
    given = select(Statement).filter_by(review_id=review.id).order_by(Statement.number)
    given = given.options(
        selectinload(Statement.replaced_by), selectinload(Statement.set_aside), selectinload(Statement.episode)
    )
    return [one for one in db.session.scalars(given) if one.is_current and (place_of(one) in revealed or is_open(one))]


def reveals(review):
    """The places of this review whose words the room may see: workshop id, stage and episode id."""
    workshops = [workshop.id for workshop in review.workshops]
    found = select(Reveal.workshop_id, Reveal.stage, Reveal.episode_id).where(Reveal.workshop_id.in_(workshops))
    return {tuple(place) for place in db.session.execute(found.where(Reveal.undone_at.is_(None)))}


def place_of(statement):
    return statement.workshop_id, statement.stage, statement.episode_id


def is_open(statement):
    """Whether its stage shows words as they come. A script that has gone hides them, to be safe."""
    script = library().scripts.get(statement.workshop.script)
    stage = script and script.stage(statement.stage)
    return bool(stage) and not KINDS[stage.kind].hidden


def to_tick(review):
    """The statements a pattern may be put together from: shown to the room, and not themselves names of patterns."""
    return by_episode(one for one in shown_in(review) if one.question != "common")


def by_episode(statements):
    """Pairs of episode (None for words about none) and its statements, episode after episode."""
    in_order = sorted(statements, key=lambda one: (one.episode.number or 0 if one.episode else 999, one.number))
    return [(episode, list(found)) for episode, found in groupby(in_order, key=lambda one: one.episode)]


def proposed_by(room):
    """The ids of the participants who proposed a pattern at this step."""
    found = select(Statement.participant_id).filter_by(workshop_id=room.workshop.id, stage=room.stage.slug)
    return set(db.session.scalars(found.where(Statement.withdrawn_at.is_(None))))
