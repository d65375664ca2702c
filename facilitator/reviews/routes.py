"""The addresses at which a review is begun and prepared."""

from flask import Blueprint, redirect, render_template, request, url_for
from sqlalchemy import select

from facilitator.access.door import permit
from facilitator.db import db, new_key
from facilitator.reviews.actions import (
    add_agency,
    add_cast_member,
    add_position,
    begin_review,
    change_purpose,
    remove_agency,
    remove_cast_member,
    remove_position,
)
from facilitator.reviews.finding import find_part, find_review
from facilitator.reviews.models import Review
from facilitator.reviews.preparing import tasks
from facilitator.reviews.settings import DEFAULT, faults, setting_of, settings

bp = Blueprint("reviews", __name__, url_prefix="/reviews")
bp.app_context_processor(lambda: {"settings": settings, "setting_of": setting_of, "setting_faults": faults})


@bp.get("")
def all_reviews():
    permit("see all reviews")
    reviews = db.session.scalars(select(Review).order_by(Review.id.desc())).all()
    return render_template("reviews/all.html", reviews=reviews)


@bp.get("/new")
def new_review():
    permit("see all reviews")
    return render_template("reviews/new.html", key=new_key())


@bp.post("/new")
def begin():
    permit("see all reviews")
    review = begin_review(**purpose_given(), key=request.form.get("key"))
    db.session.commit()
    return redirect(url_for("reviews.page", review_id=review.id))


@bp.get("/<int:review_id>")
def page(review_id):
    review = prepared(review_id)
    return render_template("reviews/page.html", review=review, tasks=tasks(review))


@bp.get("/<int:review_id>/purpose")
def purpose(review_id):
    return render_template("reviews/purpose.html", review=prepared(review_id))


@bp.post("/<int:review_id>/purpose")
def write_purpose(review_id):
    change_purpose(prepared(review_id), **purpose_given())
    db.session.commit()
    return redirect(url_for("reviews.page", review_id=review_id))


@bp.get("/<int:review_id>/agencies")
def agencies(review_id):
    return draw("agencies", prepared(review_id))


@bp.post("/<int:review_id>/agencies")
def add_an_agency(review_id):
    review = prepared(review_id)
    add_agency(review, request.form.get("name", ""))
    return kept("agencies", review, focus="name")


@bp.post("/<int:review_id>/agencies/<int:agency_id>/positions")
def add_a_position(review_id, agency_id):
    review = prepared(review_id)
    add_position(find_part(review.agencies, agency_id), request.form.get("role", ""))
    return kept("agencies", review, focus=f"role-{agency_id}")


@bp.post("/<int:review_id>/agencies/<int:agency_id>/removal")
def remove_an_agency(review_id, agency_id):
    review = prepared(review_id)
    remove_agency(find_part(review.agencies, agency_id))
    return kept("agencies", review, focus="name")


@bp.post("/<int:review_id>/positions/<int:position_id>/removal")
def remove_a_position(review_id, position_id):
    review = prepared(review_id)
    remove_position(find_part(review.positions, position_id))
    return kept("agencies", review, focus="name")


@bp.get("/<int:review_id>/cast")
def cast(review_id):
    return draw("cast", prepared(review_id))


@bp.post("/<int:review_id>/cast")
def add_to_cast(review_id):
    review = prepared(review_id)
    add_cast_member(review, request.form.get("pseudonym", ""), request.form.get("who", ""))
    return kept("cast", review, focus="pseudonym")


@bp.post("/<int:review_id>/cast/<int:member_id>/removal")
def remove_from_cast(review_id, member_id):
    review = prepared(review_id)
    remove_cast_member(find_part(review.cast, member_id))
    return kept("cast", review, focus="pseudonym")


def prepared(review_id):
    return find_review(review_id, "prepare a review")


def purpose_given():
    """Title, why, period, setting and questions (one a line) as they stand in the form."""
    given = {name: request.form.get(name, "") for name in ("title", "why", "period")}
    given["setting"] = request.form.get("setting") or DEFAULT
    return given | {"questions": [line.strip() for line in request.form.get("questions", "").splitlines()]}


def kept(section, review, focus):
    """Commit, then the section as it is now, ready to type in the field `focus`; without scripts, its page again."""
    db.session.commit()
    if "HX-Request" in request.headers:
        return render_template(f"reviews/_{section}.html", review=review, focus=focus)
    return redirect(url_for(f"reviews.{section}", review_id=review.id))


def draw(section, review):
    return render_template(f"reviews/{section}.html", review=review)
