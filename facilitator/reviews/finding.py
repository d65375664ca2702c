"""Finding a review through the one door."""

from facilitator.access.door import permit
from facilitator.db import db
from facilitator.refusal import NotFound
from facilitator.reviews.models import Review


def find_review(review_id, act):
    """The review with this number, for someone who may do the act of access.matrix. Refused otherwise."""
    review = db.session.get(Review, review_id)
    permit(act, review=review)
    if review is None:
        raise NotFound("There is no such review in this data folder. Perhaps the link is old.")
    return review


def find_part(parts, number):
    """The agency, position or cast member with this id among those of a review. Refused when it has gone."""
    found = next((part for part in parts if part.id == number), None)
    if found is None:
        raise NotFound("That is no longer in this review. Please load the page again.")
    return found
