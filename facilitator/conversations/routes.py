"""The addresses of conversations. What is written goes to the addresses of statements, moments and factors."""

from flask import Blueprint, redirect, render_template, request, url_for

from facilitator.conversations import actions
from facilitator.conversations.asking import conversations_of, find_conversation, giver, scripts_for, state_of
from facilitator.conversations.pages import reading as all_of_it
from facilitator.conversations.pages import room_at, writing
from facilitator.db import db, new_key
from facilitator.refusal import Refused
from facilitator.reviews.finding import find_review
from facilitator.workshops.room import is_conversation

bp = Blueprint("conversations", __name__)
PREPARE, WRITE, LEAD = "prepare a review", "write for someone without a phone", "lead the workshop"
ASKED = {
    "conversations_of": conversations_of,
    "conversation_state": state_of,
    "is_conversation": is_conversation,
    "giver_of": giver,
}
bp.app_context_processor(lambda: ASKED)


@bp.get("/reviews/<int:review_id>/conversations/new")
def new(review_id):
    review = find_review(review_id, PREPARE)
    return render_template("conversations/new.html", review=review, scripts=scripts_for(review), key=new_key())


@bp.post("/reviews/<int:review_id>/conversations")
def begin(review_id):
    review, form = find_review(review_id, PREPARE), request.form
    given = {name: form.get(name, "") for name in ("agency", "role", "key")}
    workshop = actions.begin_conversation(review, script_given(review, form.get("script")), **given)
    db.session.commit()
    return redirect(url_for("conversations.write", code=workshop.code))


@bp.get("/reviews/<int:review_id>/conversations/guide")
def guide(review_id):
    """The guide as one page, to read from or to print."""
    review = find_review(review_id, PREPARE)
    script = script_given(review, request.args.get("script"))
    return render_template("conversations/guide.html", review=review, script=script, scripts=scripts_for(review))


def script_given(review, slug):
    """The guide somebody chose, by default that of the review's setting. Refused when there is none."""
    scripts = scripts_for(review)
    chosen = next((one for one in scripts if one.slug == slug), None) or next(iter(scripts), None)
    if chosen is None:
        raise Refused("There is no guide for a conversation: its script has a mistake in it, or its folder has gone.")
    return chosen


@bp.get("/w/<code>/conversation")
def write(code):
    workshop = find_conversation(code, may=WRITE)
    room = room_at(workshop, request.args.get("part"), request.args.get("episode"))
    return render_template("conversations/write.html", review=workshop.review, **writing(room))


@bp.get("/w/<code>/conversation/reading")
def reading(code):
    workshop = find_conversation(code, may=WRITE)
    return render_template("conversations/reading.html", review=workshop.review, **all_of_it(workshop))


def led(code, act):
    workshop = find_conversation(code, may=LEAD)
    act(workshop)
    db.session.commit()
    return redirect(url_for("conversations.reading", code=workshop.code))


@bp.post("/w/<code>/conversation/agreement")
def agree(code):
    return led(code, lambda workshop: actions.agree(workshop, request.form.get("read", "")))


@bp.post("/w/<code>/conversation/agreement/undone")
def take_agreement_back(code):
    return led(code, actions.take_agreement_back)


@bp.post("/w/<code>/conversation/withdrawal")
def withdraw(code):
    return led(code, actions.withdraw_conversation)
