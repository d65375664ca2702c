"""The addresses of comments at the desk. Each answers with the comments of its paragraph."""

from flask import redirect, render_template, request

from facilitator.db import db
from facilitator.findings import commenting
from facilitator.findings.desk import EDIT, address_of, find_paragraph
from facilitator.findings.document import numbers_of
from facilitator.findings.editing import PARAGRAPH, editor
from facilitator.findings.routes import bp
from facilitator.findings.testing import find_finding
from facilitator.reviews.finding import find_review

COMMENT = PARAGRAPH + "/comments/<int:comment_id>"


@bp.post(PARAGRAPH + "/comments")
def comment(review_id, number, paragraph_id):
    paragraph = paragraph_at(review_id, number, paragraph_id)
    commenting.comment_on(paragraph, request.form.get("text", ""), by=editor())
    return drawn(paragraph)


@bp.post(COMMENT + "/settled")
def settle_comment(review_id, number, paragraph_id, comment_id):
    paragraph = paragraph_at(review_id, number, paragraph_id)
    commenting.settle_comment(commenting.find_comment(paragraph, comment_id), by=editor())
    return drawn(paragraph)


@bp.post(COMMENT + "/opened")
def open_comment(review_id, number, paragraph_id, comment_id):
    paragraph = paragraph_at(review_id, number, paragraph_id)
    commenting.open_again(commenting.find_comment(paragraph, comment_id), by=editor())
    return drawn(paragraph)


def paragraph_at(review_id, number, paragraph_id):
    return find_paragraph(find_finding(find_review(review_id, EDIT), number), paragraph_id)


def drawn(paragraph):
    """Commit, then the comments of the paragraph; a browser without scripts goes back to it."""
    db.session.commit()
    db.session.expire(paragraph)
    if not request.headers.get("HX-Request"):
        return redirect(address_of(paragraph))
    finding = paragraph.finding
    shown = {"paragraph": paragraph, "called": numbers_of(finding).get(paragraph.id), "finding": finding}
    return render_template("findings/_comments.html", review=finding.review, unfolded=True, **shown)
