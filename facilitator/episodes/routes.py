"""The addresses of turning points and episodes."""

from flask import Blueprint, render_template, request, url_for

from facilitator.db import db, new_key
from facilitator.episodes import actions, choosing
from facilitator.episodes.in_box import propose_without_author
from facilitator.episodes.models import Episode
from facilitator.narrative.asking import entries_of
from facilitator.perspectives.routes import handed, room_of_form
from facilitator.refusal import NotFound, shown_on
from facilitator.workshops.acted import acted
from facilitator.workshops.door import find_participant, find_workshop
from facilitator.workshops.labels import carried_by
from facilitator.workshops.phone import phone, stage_again

bp = Blueprint("episodes", __name__, url_prefix="/w/<code>")


def proposal_given():
    form = request.form
    given = {name: form.get(name, "") for name in ("title", "when")}
    return given | {"kind": form.get("kind", ""), "entries": form.getlist("entries")}


@bp.post("/turning-points")
@shown_on(phone)
def propose(code):
    participant = find_participant(code)
    why, key = request.form.get("why", "").replace("\r\n", "\n"), request.form.get("key", "")
    room = room_of_form(participant)
    if (carries := carried_by(request.form, room)) != "position":
        words_code = propose_without_author(participant, room, why, key, carries, **proposal_given())
        db.session.commit()
        return handed(participant, words_code)
    actions.propose_on_phone(participant, room, why=why, key=key, **proposal_given())
    db.session.commit()
    return stage_again(participant, room)


def find_episode(workshop, episode_id):
    episode = db.session.get(Episode, episode_id)
    if episode is None or episode.review_id != workshop.review_id:
        raise NotFound("There is no such episode in this review.")
    return episode


@bp.post("/episodes/<int:episode_id>/support")
def support(code, episode_id):
    participant = find_participant(code)
    actions.support(participant, room_of_form(participant), find_episode(participant.workshop, episode_id))
    db.session.commit()
    return stage_again(participant)


@bp.post("/episodes/<int:episode_id>/support/withdrawn")
def withdraw_support(code, episode_id):
    participant = find_participant(code)
    actions.withdraw_support(participant, room_of_form(participant), find_episode(participant.workshop, episode_id))
    db.session.commit()
    return stage_again(participant)


def led(code, act):
    """What the console's acts have in common: find, act, commit, and let the regions draw themselves."""
    workshop = find_workshop(code, may="lead the workshop")
    act(workshop)
    return acted(url_for("workshops.console", code=workshop.code))


@bp.get("/episodes/more")
def more(code):
    workshop = find_workshop(code, may="lead the workshop")
    entries = entries_of(workshop.review)
    return render_template("episodes/more.html", workshop=workshop, entries=entries, key=new_key())


@bp.post("/episodes")
def add(code):
    given = proposal_given() | {name: request.form.get(name, "") for name in ("why", "key")}
    given["good_practice"] = request.form.get("good_practice") == "yes"
    return led(code, lambda workshop: actions.add_episode(workshop, **given))


@bp.post("/episodes/<int:episode_id>/choice")
def choose(code, episode_id):
    is_good = {"yes": True, "no": False}.get(request.form.get("good_practice"))
    return led(code, lambda workshop: choosing.choose_episode(workshop, find_episode(workshop, episode_id), is_good))


@bp.post("/episodes/<int:episode_id>/choice/undone")
def undo_choice(code, episode_id):
    return led(code, lambda workshop: choosing.undo_choice(workshop, find_episode(workshop, episode_id)))


@bp.post("/episodes/order")
def put_in_order(code):
    return led(code, lambda workshop: choosing.put_in_order(workshop, request.form.getlist("order")))


@bp.post("/episodes/no-good-practice")
def no_good_practice(code):
    reason = request.form.get("reason", "")
    return led(code, lambda workshop: choosing.give_reason_for_no_good_practice(workshop, reason))
