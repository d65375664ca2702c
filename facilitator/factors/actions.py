"""Giving a factor at work in an episode. The only place that writes factors and influences."""

from sqlalchemy import select

from facilitator.db import db
from facilitator.factors.framework import framework, is_own_words
from facilitator.factors.models import Factor, Influence
from facilitator.live.announcements import announce
from facilitator.perspectives.actions import give_statement
from facilitator.perspectives.asked_here import check_kind
from facilitator.perspectives.withdrawing import goes_with_the_words
from facilitator.refusal import Refused, about_field

LONGEST_ITEM = 300


def give_influence(participant, room, factor, item, effect, weight, how, key):
    """Keep that a factor helped or hindered in the episode of this step, and how. (method.md, 8)

    factor: a type of the framework. item: one of its items, or the person's own words. effect: helped or hindered.
    weight: 1 (a little) to 3 (a great deal). how: the statement. Refused when one of them is missing; sending it
    again under the same key writes nothing.
    """
    check_kind(room, "factors")
    check(room, factor, item, effect, weight)
    with about_field("how"):
        statement = give_statement(participant, room, "how", how, key, announcing="factors-changed")
    earlier = db.session.scalar(select(Influence).filter_by(statement_id=statement.id))
    if earlier:
        return earlier
    influence = Influence(
        episode=room.episode,
        factor=find_or_make(room.review, factor, " ".join(item.split())),
        statement=statement,
        participant_id=participant.id,
        position=participant.position,
        effect=effect,
        weight=int(weight),
    )
    db.session.add(influence)
    announce(room.workshop, "factors-changed")
    return influence


@goes_with_the_words
def forget_own_words(versions):
    """A factor that somebody named in their own words loses its name with them, unless others use the name as well."""
    given = select(Influence).where(Influence.statement_id.in_([one.id for one in versions]))
    for influence in db.session.scalars(given):
        factor = influence.factor
        if is_own_words(factor) and all(one.last_version.withdrawn_at for one in naming(factor)):
            factor.item = f"Withdrawn with {versions[0].number_label}"
            announce(versions[0].workshop, "factors-changed")


def naming(factor):
    return db.session.scalars(select(Influence).filter_by(factor_id=factor.id)).all()


def check(room, factor, item, effect, weight):
    if room.episode is None:
        raise Refused("No episode has been chosen yet. Please wait for the facilitator.")
    if factor not in framework(room.review):
        raise Refused("Please choose what kind of factor it is.")
    if not item.strip():
        raise Refused("Please choose which factor, or name it in your own words.", field="item")
    if len(item) > LONGEST_ITEM:
        told = "Please name the factor in at most 300 characters. How it worked goes in the field below."
        raise Refused(told, field="item")
    if effect not in ("helped", "hindered"):
        raise Refused("Please choose whether it helped or hindered.", field="effect")
    if str(weight) not in ("1", "2", "3"):
        raise Refused("Please choose how much it mattered.", field="weight")


def find_or_make(review, factor_type, item):
    """The review's factor of this type and item; made on first mention."""
    factor = db.session.scalar(select(Factor).filter_by(review_id=review.id, type=factor_type, item=item))
    if factor is None:
        published = framework(review)[factor_type].items.get(item, False)
        factor = Factor(review=review, type=factor_type, item=item, published=published)
        db.session.add(factor)
        db.session.flush()
    return factor
