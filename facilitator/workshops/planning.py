"""Before and between: planning a workshop from a script, closing it, opening it again."""

from flask import redirect, render_template, request, url_for

from facilitator.db import db
from facilitator.refusal import Refused
from facilitator.reviews.finding import find_review
from facilitator.reviews.settings import setting_of
from facilitator.workshops.door import find_workshop
from facilitator.workshops.opening import close_workshop, open_workshop, reopen_workshop
from facilitator.workshops.room import library
from facilitator.workshops.routes import bp


@bp.get("/reviews/<int:review_id>/workshops/new")
def new_workshop(review_id):
    review = find_review(review_id, "prepare a review")
    return render_template("workshops/new.html", review=review, library=library(), scripts=offered(review))


def offered(review):
    """Every script for a room, those of the review's setting first."""
    first = setting_of(review).scripts
    scripts = [one for one in library().scripts.values() if not one.is_conversation]
    return sorted(scripts, key=lambda one: (one.slug not in first, one.slug))


@bp.post("/reviews/<int:review_id>/workshops")
def open_new_workshop(review_id):
    review = find_review(review_id, "prepare a review")
    script = library().get(request.form.get("script", ""))
    if script is None or script.is_conversation:
        raise Refused("Please choose a script.")
    workshop = open_workshop(review, script, request.form.get("title", ""))
    db.session.commit()
    return redirect(url_for("workshops.console", code=workshop.code))


@bp.post("/w/<code>/closing")
def close(code):
    workshop = find_workshop(code, may="lead the workshop")
    close_workshop(workshop)
    db.session.commit()
    return redirect(url_for("workshops.console", code=workshop.code))


@bp.post("/w/<code>/opening")
def reopen(code):
    workshop = find_workshop(code, may="lead the workshop")
    reopen_workshop(workshop)
    db.session.commit()
    return redirect(url_for("workshops.console", code=workshop.code))
