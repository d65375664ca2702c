"""The list of factors that the phones of a review offer: looked at and changed while it is prepared."""

from flask import Blueprint, redirect, render_template, request, url_for

from facilitator.db import db
from facilitator.factors import offering
from facilitator.factors.framework import LEVELS
from facilitator.reviews.finding import find_review

bp = Blueprint("factor_list", __name__, url_prefix="/reviews/<int:review_id>/factors")


@bp.get("")
def page(review_id):
    return render_template("factors/list.html", **picture(prepared(review_id)))


@bp.post("/<key>")
def add(review_id, key):
    return changed(review_id, key, offering.add_factor, focus="item")


@bp.post("/<key>/left-out")
def leave_out(review_id, key):
    return changed(review_id, key, offering.leave_out)


@bp.post("/<key>/offered")
def offer_again(review_id, key):
    return changed(review_id, key, offering.offer_again)


def prepared(review_id):
    return find_review(review_id, "prepare a review")


def picture(review):
    """The kinds of factor under their levels."""
    types = offering.listed(review).values()
    levels = [(name, [one for one in types if one.level == level]) for level, name in LEVELS.items()]
    return {"review": review, "levels": [(name, kinds) for name, kinds in levels if kinds]}


def changed(review_id, key, act, focus=None):
    """Act on what the form names, commit, and draw that kind of factor anew; without scripts, its page again.

    focus: where to go on: the field for one more, or else what stands beside the item that was changed, if it is there.
    """
    review, item = prepared(review_id), request.form.get("item", "")
    act(review, key, item)
    db.session.commit()
    if "HX-Request" in request.headers:
        kind = offering.type_of(review, key)
        focus = focus or (item if item in kind.items else "item")
        return render_template("factors/_list_kind.html", review=review, kind=kind, focus=focus)
    return redirect(url_for("factor_list.page", review_id=review.id, _anchor=key))
