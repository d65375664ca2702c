"""When a review is deleted. (docs/decisions/0010)"""

from datetime import timedelta

from sqlalchemy import func, select

from facilitator.access.models import LogLine
from facilitator.db import db, now
from facilitator.keeping.models import Purged

AFTER_SIGN_OFF = timedelta(days=90)
AFTER_LAST_ACT = timedelta(days=730)  # of a review that nobody signs off
WARNING = timedelta(days=14)


def sign_off_of(review):
    """The sign-off that stands, or None."""
    return next((one for one in reversed(review.sign_offs) if one.undone_at is None), None)


def hold_on(review):
    """The hold that stands, or None."""
    return next((one for one in reversed(review.holds) if one.released_at is None), None)


def proposal_for(review):
    """The proposal to delete it now that waits for a second person, or None."""
    return next((one for one in reversed(review.proposals) if one.taken_back_at is None), None)


def purged_reviews():
    """What is left of the reviews that were deleted, the latest first."""
    return db.session.scalars(select(Purged).order_by(Purged.id.desc())).all()


def delete_on(review):
    """The day on which the review is deleted unless it is held: every review has one."""
    if signed := sign_off_of(review):
        return signed.delete_on
    last = db.session.scalar(select(func.max(LogLine.at)).filter_by(review_id=review.id))
    return ((last or review.created_at) + AFTER_LAST_ACT).date()


def is_due(review):
    return hold_on(review) is None and delete_on(review) <= now().date()


def is_near(review):
    """Whether people must be told now: it goes within a fortnight and nobody holds it."""
    return hold_on(review) is None and delete_on(review) - now().date() <= WARNING
