"""The addresses of the real names: for facilitators alone, and only after the passphrase once more. (trust.md, 2)"""

from flask import Blueprint, redirect, render_template, request, url_for

from facilitator.access.asking_again import asked_again
from facilitator.access.door import permit
from facilitator.db import db
from facilitator.names import actions
from facilitator.names.thing import KINDS
from facilitator.refusal import shown_on
from facilitator.reviews.finding import find_review

bp = Blueprint("names", __name__, url_prefix="/reviews/<int:review_id>/names")

SEE = "see real names"


def let_in(review_id):
    """The review, and the pass that may see its real names."""
    review = find_review(review_id, SEE)
    held = permit(SEE, review=review)
    return review, held and held.id


@bp.get("")
def page(review_id):
    review, pass_id = let_in(review_id)
    key = actions.kept().key_of(pass_id)
    things = actions.kept().read(review, key) if key else None
    cast = {member.key: member.pseudonym for member in review.cast}
    return render_template("names/page.html", review=review, things=things, kinds=KINDS, cast=cast)


@bp.post("/opening")
@shown_on(page)
def open_names(review_id):
    review, pass_id = let_in(review_id)
    passphrase = asked_again(SEE, nothing="The names stay closed.", everybody=True)
    actions.open_names(review, pass_id, passphrase)
    return done(review)


@bp.post("/closing")
def close_names(review_id):
    review, pass_id = let_in(review_id)
    actions.close_names(review, pass_id)
    db.session.commit()
    return redirect(url_for("reviews.cast", review_id=review.id))


@bp.post("")
def keep_out(review_id):
    review, pass_id = let_in(review_id)
    given = {name: request.form.get(name, "") for name in ("kind", "typed", "stands_for")}
    actions.keep_out(review, pass_id, **given)
    return done(review)


@bp.post("/<thing_key>/removal")
def let_go(review_id, thing_key):
    review, pass_id = let_in(review_id)
    actions.let_go(review, pass_id, thing_key)
    return done(review)


def done(review):
    db.session.commit()
    return redirect(url_for("names.page", review_id=review.id))
