"""The framework of contributory factors: which types there are, at which level, with which items. (method.md, 8)"""

from sqlalchemy import bindparam, select

from facilitator.db import db
from facilitator.factors.framework_file import LAYERS, LEVELS, read_framework
from facilitator.factors.models import Factor
from facilitator.reviews.settings import places_of

__all__ = ["LAYERS", "LEVELS", "fault", "framework", "is_own_words", "layer_of", "level_of"]

# Asked for each phone's page, so it is put together once.
CHANGED = (
    select(Factor.type, Factor.item, Factor.offered)
    .where(Factor.review_id == bindparam("review"), Factor.offered.is_not(None))
    .order_by(Factor.id)
)


def framework(review):
    """The groups of the framework for a review, in their order: key → FactorType.

    The review's setting may bring its own. A facilitator's own factors.yaml in the data folder wins over ours, unless
    there is a mistake in it. What they added or left out for this review comes on top.
    """
    types, changes = unchanged(review), {}
    for key, item, is_offered in db.session.execute(CHANGED, {"review": review.id}):
        changes.setdefault(key, {})[item] = is_offered
    return {key: one.changed_by(changes[key]) if key in changes else one for key, one in types.items()}


def unchanged(review):
    """The same as the file has it, whatever was added or left out for this review."""
    return next(types for types, _ in read(review) if types)


def fault(review):
    """What is wrong with a facilitator's own factors.yaml, as a sentence with file, line and remedy; or None."""
    return next((mistake for _, mistake in read(review) if mistake), None)


def read(review):
    """The frameworks there are for a review, the one that wins first: (types or None, mistake or None)."""
    files = [file for file in places_of(review, "factors.yaml") if file.is_file()]
    return [read_framework(file, file.stat().st_mtime_ns) for file in files]


def level_of(factor, types=None):
    """The level a factor of a review stands at; `other` for a type the framework does not know.

    types: the framework, from who asks of many factors: looking whether its file has changed takes the longest.
    """
    known = known_type(factor, types)
    return known.level if known else "other"


def layer_of(factor, types=None):
    """The layer a factor of a review belongs to; `other` for a type the framework does not know."""
    known = known_type(factor, types)
    return known.layer_of(factor.item) if known else "other"


def is_own_words(factor, types=None):
    """Whether somebody in the room named it, rather than the framework."""
    known = known_type(factor, types)
    return known is None or factor.item not in known.items


def known_type(factor, types):
    return (framework(factor.review) if types is None else types).get(factor.type)
