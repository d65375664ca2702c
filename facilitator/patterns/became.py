"""Which patterns of the group rest on somebody's words, for themselves."""

from facilitator.db import db
from facilitator.patterns.models import Pattern, PatternEvidence

SAID = {
    "for": "The group’s pattern “{title}” rests on it.",
    "against": "It stands beside the group’s pattern “{title}”, as speaking against it.",
}


def tell(workshop, statements):
    """Of patterns that the group has taken: before, nothing is settled."""
    found = db.select(PatternEvidence).join(PatternEvidence.pattern).order_by(Pattern.number)
    found = found.where(Pattern.review_id == workshop.review_id, Pattern.taken_at.is_not(None))
    pieces = db.session.scalars(found).all()
    return {
        one: [SAID[piece.side].format(title=piece.pattern.title) for piece in pieces if piece.statement is one]
        for one in statements
    }
