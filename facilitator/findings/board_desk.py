"""What the board answered, at the desk: all findings on one page, and one answer to write down."""

from flask import render_template, request, url_for

from facilitator.findings.board_answers import answer_finding, answer_to
from facilitator.findings.board_models import PRIORITIES, SAID, VERDICTS
from facilitator.findings.desk import EDIT
from facilitator.findings.editing import FINDING, done, editor
from facilitator.findings.routes import bp
from facilitator.findings.testing import find_finding
from facilitator.hints.orders import is_only_orders
from facilitator.reviews.finding import find_review


@bp.get("/reviews/<int:review_id>/board")
def board(review_id):
    review = find_review(review_id, EDIT)
    answers = [(one, answer_to(one)) for one in review.findings]
    return render_template("findings/board.html", review=review, answers=answers, **words())


@bp.get(FINDING + "/board")
def board_answer(review_id, number):
    finding = find_finding(find_review(review_id, EDIT), number)
    shown = {"finding": finding, "review": finding.review, "standing": answer_to(finding)}
    return render_template("findings/board_answer.html", **shown, **words())


@bp.post(FINDING + "/board")
def answer(review_id, number):
    finding = find_finding(find_review(review_id, EDIT), number)
    answer_finding(finding, request.form, by=editor(), seen=request.form.get("seen", type=int))
    return done(url_for("findings.board", review_id=review_id, _anchor=f"f-{number}"))


def words():
    """What answers are called."""
    priorities = {"priorities": PRIORITIES, "priorities_or_none": {"": "Not given"} | PRIORITIES}
    return {"verdicts": VERDICTS, "said": SAID, "only_orders": is_only_orders, **priorities}
