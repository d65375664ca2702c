"""Putting statements beside a paragraph, and taking them away. The statements themselves are never touched."""

from facilitator.access.actions import log
from facilitator.db import db
from facilitator.findings.actions import tell
from facilitator.findings.models import ParagraphEvidence
from facilitator.patterns.checking import evidence_of
from facilitator.patterns.models import newest
from facilitator.refusal import Refused


def rest_on(paragraph, number, side, by="facilitator"):
    """Put a statement beside a paragraph: what it rests on (for) or what cuts against it. Twice is once."""
    if side not in ("for", "against"):
        raise Refused("Say whether the paragraph rests on it, or whether it cuts against it.")
    review = paragraph.finding.review
    (statement,) = evidence_of(review, [number], [])
    piece = next((piece for piece in paragraph.evidence if newest(piece.statement) == statement), None)
    if piece is None:
        piece = ParagraphEvidence(statement=statement, side=None)
        paragraph.evidence.append(piece)
    if piece.side != side:
        piece.side = side
        db.session.flush()
        about = {"finding": paragraph.finding.number, "statement": statement.number_label}
        log(review, "evidence put", role=by, side=side, **about)
        tell(review)


def lift(paragraph, number, by="facilitator"):
    """Take a statement away from a paragraph. The statement stays. Twice is once."""
    finding = paragraph.finding
    for piece in list(paragraph.evidence):
        if number in (piece.statement.number, newest(piece.statement).number):
            paragraph.evidence.remove(piece)
            about = {"finding": finding.number, "statement": piece.statement.number_label}
            log(finding.review, "evidence lifted", role=by, **about)
            tell(finding.review)
