"""The addresses at which the narrative is prepared: entries, sheets, case files. The room's are in room_routes."""

from flask import Blueprint, redirect, render_template, request, url_for

from facilitator.db import db, new_key
from facilitator.narrative.actions import add_entry, remove_entry, rewrite_entry
from facilitator.narrative.asking import entries_shown, lanes_of
from facilitator.narrative.dates import label
from facilitator.narrative.sources import asked_at_desk
from facilitator.narrative.spoken_dates import as_edtf
from facilitator.refusal import NotFound, Refused
from facilitator.reviews.finding import find_part, find_review

bp = Blueprint("narrative", __name__)
bp.add_app_template_filter(label, "when")
bp.add_app_template_global(asked_at_desk, "sources_asked")

PREPARE = "prepare a review"


@bp.get("/reviews/<int:review_id>/narrative")
def prepare(review_id):
    return render_template("narrative/prepare.html", **desk(find_review(review_id, PREPARE)))


@bp.post("/reviews/<int:review_id>/narrative")
def add(review_id):
    review = find_review(review_id, PREPARE)
    add_entry(review, **entry_given(review), key=request.form.get("key"))
    return kept(review)


@bp.get("/reviews/<int:review_id>/narrative/<int:number>")
def edit(review_id, number):
    review = find_review(review_id, PREPARE)
    return render_template("narrative/edit.html", review=review, entry=find_entry(review, number))


@bp.post("/reviews/<int:review_id>/narrative/<int:number>")
def rewrite(review_id, number):
    review = find_review(review_id, PREPARE)
    rewrite_entry(find_entry(review, number), **entry_given(review))
    db.session.commit()
    return redirect(url_for("narrative.prepare", review_id=review.id))


@bp.post("/reviews/<int:review_id>/narrative/<int:number>/removal")
def remove(review_id, number):
    review = find_review(review_id, PREPARE)
    remove_entry(find_entry(review, number))
    return kept(review)


def entry_given(review):
    """Agency, when, source and text as they stand in the form. Refused without an agency of the review."""
    form = request.form
    chosen = form.get("agency", "")
    if not chosen.isdecimal():
        raise Refused("Choose the agency whose lane this belongs in.")
    return {
        "agency": find_part(review.agencies, int(chosen)),
        "when": as_edtf(form.get("when", "")),
        "source": form.get("source", ""),
        "text": form.get("text", "").replace("\r\n", "\n"),
    }


def find_entry(review, number):
    """The entry with this number, as the room may see it: what waits for a reveal is kept from facilitators too."""
    found = next((entry for entry in entries_shown(review) if entry.number == number), None)
    if found is None:
        raise NotFound("There is no entry with this number in the narrative now. Perhaps it was corrected.")
    return found


def desk(review, **more):
    """What the narrative's desk draws from."""
    return {"review": review, "lanes": lanes_of(review, entries_shown(review)), "key": new_key(), **more}


def kept(review):
    """Commit, then the lanes as they are now; a browser without scripts loads the page again."""
    db.session.commit()
    if "HX-Request" in request.headers:
        chosen = request.form.get("agency", "")
        return render_template("narrative/_desk.html", **desk(review, chosen=chosen, focus="when"))
    return redirect(url_for("narrative.prepare", review_id=review.id))


from facilitator.narrative import imports, room_routes, stretch_routes  # noqa: E402, F401
