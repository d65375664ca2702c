"""The page of offers: what comes back, as questions, with the group's answers."""

from flask import Blueprint, render_template, request, url_for

from facilitator.access.acting import acting_role
from facilitator.patterns import answering
from facilitator.patterns.offers import find_answer, find_offer, open_offers, sentence, standing_answers
from facilitator.workshops.acted import acted
from facilitator.workshops.door import find_workshop

bp = Blueprint("offers", __name__, url_prefix="/w/<code>/offers")

LEAD = "lead the workshop"


@bp.get("")
def page(code):
    workshop = find_workshop(code, may=LEAD)
    review = workshop.review
    picture = {"offers": open_offers(review), "answers": standing_answers(review), "sentence": sentence}
    return render_template("patterns/offers.html", workshop=workshop, review=review, **picture)


@bp.post("/<key>/<effect>/taking")
def take(code, key, effect):
    workshop = find_workshop(code, may=LEAD)
    offer, form = find_offer(workshop.review, key, effect), request.form
    answering.take_offer(offer, form.get("title", ""), form.get("reason", ""), by=acting_role())
    return kept(workshop)


@bp.post("/<key>/<effect>/refusal")
def refuse(code, key, effect):
    workshop = find_workshop(code, may=LEAD)
    offer = find_offer(workshop.review, key, effect)
    answering.refuse_offer(offer, request.form.get("reason", ""), by=acting_role())
    return kept(workshop)


@bp.post("/answers/<key>/undoing")
def ask_again(code, key):
    workshop = find_workshop(code, may=LEAD)
    answering.ask_again(find_answer(workshop.review, key), by=acting_role())
    return kept(workshop)


def kept(workshop):
    return acted(url_for("offers.page", code=workshop.code))
