"""The order of need: each ranks alone, then the group settles an order together, and its reason is kept."""

from facilitator.access.acting import acting_role
from facilitator.access.actions import log
from facilitator.db import db
from facilitator.findings.actions import tell
from facilitator.findings.models import SettledOrder
from facilitator.findings.spreads import order_of_need
from facilitator.findings.testing import is_revealed, tests_shown
from facilitator.refusal import Refused
from facilitator.reviews.reasons import check_reason


def settle_order(review, places, reason, by=None):
    """Keep the order the group settled. Earlier ones stay on record; the same order and reason again do nothing.

    places: finding → its place, 1 being the one that most needs an answer. Refused before the room has seen how each
    ranked alone, when a place is missing or taken twice, and without a reason. (method.md, 5: alone first, then settle)
    """
    check_order(review, places, reason)
    numbers = " ".join(str(finding.number) for finding in sorted(places, key=places.get))
    standing = settled(review)
    if standing is None or (standing.numbers, standing.reason) != (numbers, reason.strip()):
        by = by or acting_role()
        db.session.add(SettledOrder(review=review, numbers=numbers, reason=reason.strip(), by=by))
        db.session.flush()
        log(review, "order settled", role=by, findings=numbers)
        tell(review)


def check_order(review, places, reason):
    if not may_settle(review):
        raise Refused("Each ranks the findings alone first. Reveal the answers, then settle an order together.")
    if set(places) != set(review.findings) or sorted(places.values()) != list(range(1, len(places) + 1)):
        raise Refused("Give each finding a place of its own, from 1 to the last.")
    check_reason(reason)


def may_settle(review):
    """Whether a room has seen how each ranked alone."""
    return any(is_revealed(workshop) for workshop in review.workshops)


def settled(review):
    """The order that holds, or None."""
    return review.settled_orders[-1] if review.settled_orders else None


def ranked_alone(review):
    """The findings in the order that follows from what each ranked alone, as far as that was revealed."""
    return order_of_need({finding: tests_shown(finding) for finding in review.findings})
