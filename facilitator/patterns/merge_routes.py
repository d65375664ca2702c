"""The page on which statements and patterns are ticked and put together, and taking them apart."""

from flask import Blueprint, render_template, request

from facilitator.patterns import merging
from facilitator.patterns.routes import LEAD, choices, kept
from facilitator.workshops.door import find_workshop

bp = Blueprint("together", __name__, url_prefix="/w/<code>/patterns/together")


@bp.get("")
def page(code):
    workshop = find_workshop(code, may=LEAD)
    picture = {"workshop": workshop, "merges": workshop.review.pattern_merges}
    return render_template("patterns/together.html", **picture, **choices(workshop.review))


@bp.post("")
def put(code):
    workshop, form = find_workshop(code, may=LEAD), request.form
    merging.put_together(
        workshop.review,
        form.getlist("pattern", type=int),
        form.getlist("statement", type=int),
        into=form.get("into", type=int),
        title=form.get("title", ""),
        kind=form.get("kind"),
        categories=form.getlist("category"),
    )
    return kept(workshop)


@bp.post("/<key>/undoing")
def take_apart(code, key):
    workshop = find_workshop(code, may=LEAD)
    merging.take_apart(merging.find_merge(workshop.review, key))
    return kept(workshop)
