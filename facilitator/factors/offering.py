"""Which factors the phones of one review offer: as the framework has them, unless its facilitators change it here.

Nothing here tells whether somebody has named a factor before the room was shown it: what was added and left out again
looks gone either way, until the room has seen it named.
"""

from dataclasses import replace

from sqlalchemy import select

from facilitator.access.actions import log
from facilitator.db import db
from facilitator.factors.actions import LONGEST_ITEM, find_or_make
from facilitator.factors.framework import framework, unchanged
from facilitator.factors.matrix import shown_influences
from facilitator.factors.models import Influence
from facilitator.refusal import NotFound, Refused


def add_factor(review, key, item):
    """Offer a local suggestion, which is marked as one. Refused when it is blank, too long, or there already.

    key: of a type of the framework.
    """
    item = " ".join(item.split())
    if not item:
        raise Refused("Name the factor in a few words, such as “one duty line for the whole county”.")
    if len(item) > LONGEST_ITEM:
        raise Refused(f"Name the factor in at most {LONGEST_ITEM} characters.")
    if item.casefold() in [known.casefold() for known in type_of(review, key).items]:
        raise Refused("This factor is in the list already. Perhaps it was left out, and can be offered again.")
    find_or_make(review, key, item).offered = True
    log(review, "factor added", type=key)


def leave_out(review, key, item):
    """Offer an item no more. What was named so far stays, and everybody may still name it in their own words.

    One that a facilitator added goes from the list, unless the room has seen it named. Twice is once.
    """
    known = known_item(review, key, item)
    if item in type_of(review, key).left_out:
        return
    if item in unchanged(review)[key].items or is_named(known):
        known.offered = False
    else:
        db.session.delete(known)
    log(review, "factor left out", type=key)


def offer_again(review, key, item):
    """Undo that. Twice is once."""
    if item in type_of(review, key).left_out:
        known_item(review, key, item).offered = True
        log(review, "factor offered again", type=key)


def listed(review):
    """The framework of a review as its page lists it: without what was added, left out again and not seen named."""
    seen = {(one.factor.type, one.factor.item) for one in shown_influences(review)}
    before, types = unchanged(review), framework(review)
    return {key: without_unseen(one, before[key].items, seen) for key, one in types.items()}


def without_unseen(kind, before, seen):
    stay = [item for item in kind.items if item in before or item not in kind.left_out or (kind.key, item) in seen]
    return replace(kind, items={item: kind.items[item] for item in stay}, left_out=kind.left_out & set(stay))


def type_of(review, key):
    found = listed(review).get(key)
    if found is None:
        raise NotFound("There is no such kind of factor. Please load the page again.")
    return found


def known_item(review, key, item):
    """The review's Factor for an item of its list. Refused when the list does not have it."""
    if item not in type_of(review, key).items:
        raise NotFound("This factor is not in the list any more. Please load the page again.")
    return find_or_make(review, key, item)


def is_named(factor):
    """Whether anybody has named it, even in words that were taken back."""
    return db.session.scalar(select(Influence.id).filter_by(factor_id=factor.id).limit(1)) is not None
