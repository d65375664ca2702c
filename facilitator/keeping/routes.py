"""How long a review is kept: the page, and the acts on it."""

from datetime import date

from flask import Blueprint, current_app, redirect, render_template, request, url_for

from facilitator.access.asking_again import asked_again
from facilitator.access.door import may, permit
from facilitator.db import db
from facilitator.keeping import actions
from facilitator.keeping.dates import delete_on, hold_on, is_near, proposal_for, purged_reviews, sign_off_of
from facilitator.keeping.log_check import check_log, lines_of
from facilitator.refusal import Refused, shown_on
from facilitator.reviews.finding import find_review

bp = Blueprint("keeping", __name__, url_prefix="/reviews/<int:review_id>/keeping")
KEEP, PURGE, SECOND = "hold or restore a review", "purge a review", "be the second person in a purge"


@bp.app_context_processor
def for_templates():
    return {"delete_on": delete_on, "hold_on": hold_on, "goes_soon": is_near, "purged_reviews": purged_reviews}


@bp.get("")
def page(review_id):
    review = find_review(review_id, SECOND)
    signed, proposal = sign_off_of(review), proposal_for(review)
    keeps, log = may(KEEP, review=review), check_log(review.title, lines_of(review))
    return render_template("keeping/page.html", review=review, signed=signed, proposal=proposal, keeps=keeps, log=log)


@bp.post("/sign-off")
def sign_off(review_id):
    review = find_review(review_id, KEEP)
    actions.sign_off(review, day_given())
    return kept(review)


@bp.post("/sign-off/undoing")
def undo_sign_off(review_id):
    review = find_review(review_id, KEEP)
    actions.undo_sign_off(review)
    return kept(review)


@bp.post("/hold")
def hold(review_id):
    review = find_review(review_id, KEEP)
    actions.hold(review, request.form.get("reason", ""))
    return kept(review)


@bp.post("/release")
def release(review_id):
    review = find_review(review_id, KEEP)
    actions.release(review)
    return kept(review)


@bp.post("/deletion")
@shown_on(page)
def propose(review_id):
    review = find_review(review_id, PURGE)
    asked_again(PURGE, nothing="Nothing was deleted.")
    actions.propose_purge(review, permit(PURGE, review=review))
    return kept(review)


@bp.post("/deletion/taking-back")
def take_back(review_id):
    review = find_review(review_id, PURGE)
    actions.take_back_proposal(review)
    return kept(review)


@bp.post("/deletion/agreement")
def agree(review_id):
    review = find_review(review_id, SECOND)
    actions.agree_to_purge(review, permit(SECOND, review=review))
    db.session.commit()
    if tidying := current_app.extensions.get("tidying"):
        tidying.note()
    return render_template("keeping/gone.html", review=None)


def kept(review):
    db.session.commit()
    return redirect(url_for("keeping.page", review_id=review.id))


def day_given():
    """The day in the form, or None when the field is blank. Refused when it is no day."""
    given = request.form.get("on", "").strip()
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise Refused("Give the day as 2027-03-31, or choose it from the calendar.")
