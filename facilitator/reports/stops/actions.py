"""Letting something pass that was found before publication. The only place that writes it."""

from facilitator.access.actions import log
from facilitator.config import LONGEST_WORDS
from facilitator.db import db
from facilitator.names.asking import names_of_the_case
from facilitator.refusal import NotFound, Refused
from facilitator.reports.stops.hits import hits_of
from facilitator.reports.stops.models import Passed


def let_pass(review, place, mark, reason):
    """Let what was found at one place be published, with the reason. Twice is once.

    Refused without a reason, when the reason holds a name of the case, or when nothing is found there any more.
    """
    hit = next((one for one in hits_of(review) if (one.place.name, one.mark) == (place, mark)), None)
    if hit is None:
        raise NotFound("That is no longer there. Please load the page again.")
    if not reason.strip():
        raise Refused("Please write why it may be published. It stays on record.")
    if len(reason) > LONGEST_WORDS:
        raise Refused("Please give the reason in fewer words.")
    if names_of_the_case(review, reason):
        raise Refused("Your reason holds a name of the case itself. Please write it without.")
    if hit.passed is None:
        passed = Passed(review_id=review.id, place=place, kind=hit.found.kind, mark=mark, reason=reason.strip())
        db.session.add(passed)
        log(review, "let pass before publication", place=hit.place.called, kind=hit.found.kind)


def look_again(review, passed_id):
    """Take back that something was let pass."""
    passed = db.session.get(Passed, passed_id)
    if passed and passed.review_id == review.id:
        log(review, "no longer let pass", kind=passed.kind)
        db.session.delete(passed)
