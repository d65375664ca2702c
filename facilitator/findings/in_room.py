"""Findings in the room: drafting them, testing them on phones, questions for the board."""

from flask import render_template, request, url_for

from facilitator.db import db
from facilitator.findings import actions, ordering, questions
from facilitator.findings.editing import finding_given
from facilitator.findings.routes import bp
from facilitator.findings.testing import find_finding, give_test
from facilitator.perspectives.routes import room_of_form
from facilitator.refusal import shown_on
from facilitator.workshops.acted import acted
from facilitator.workshops.door import find_participant, find_workshop
from facilitator.workshops.phone import phone, stage_again

LEAD = "lead the workshop"


@bp.post("/w/<code>/findings")
def draft_in_room(code):
    workshop = find_workshop(code, may=LEAD)
    actions.draft_findings(workshop.review)
    return acted(url_for("findings.desk", review_id=workshop.review_id))


@bp.post("/w/<code>/findings/<int:number>/test")
def test(code, number):
    participant = find_participant(code)
    form = request.form
    give_test(
        participant,
        room_of_form(participant),
        find_finding(participant.workshop.review, number),
        key=form.get("key", ""),
        answer=form.get("answer", ""),
        comment=form.get("comment", "").replace("\r\n", "\n"),
        rank=form.get("rank", type=int),
        sure=form.get("sure", ""),
    )
    db.session.commit()
    return stage_again(participant)


@bp.get("/w/<code>/findings/order")
def order(code):
    workshop = find_workshop(code, may=LEAD)
    review = workshop.review
    return render_template(
        "findings/order.html",
        workshop=workshop,
        review=review,
        alone=ordering.ranked_alone(review),
        standing=ordering.settled(review),
        may_settle=ordering.may_settle(review),
    )


@bp.post("/w/<code>/findings/order")
def settle_order(code):
    workshop = find_workshop(code, may=LEAD)
    findings = workshop.review.findings
    places = {one: request.form.get(f"place-{one.number}", default=0, type=int) for one in findings}
    ordering.settle_order(workshop.review, places, request.form.get("reason", ""))
    return acted(url_for("workshops.console", code=workshop.code))


@bp.post("/w/<code>/board-questions")
@shown_on(phone)
def suggest(code):
    participant = find_participant(code)
    room, form = room_of_form(participant), request.form
    text = form.get("text", "").replace("\r\n", "\n")
    finding = finding_given(room.review)
    questions.suggest_question(participant, room, text, form.get("key", ""), form.get("kind"), finding)
    db.session.commit()
    return stage_again(participant)


@bp.get("/w/<code>/board-questions/own")
def own_question(code):
    workshop = find_workshop(code, may=LEAD)
    return render_template("findings/own_question.html", workshop=workshop, review=workshop.review)


@bp.post("/w/<code>/board-questions/own")
def ask_own(code):
    workshop = find_workshop(code, may=LEAD)
    finding = finding_given(workshop.review)
    questions.ask_question(workshop.review, request.form.get("text", ""), request.form.get("kind"), finding)
    return acted(url_for("workshops.console", code=workshop.code))
