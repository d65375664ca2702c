"""The addresses of differences between accounts."""

from flask import Blueprint, render_template, request, url_for

from facilitator.db import new_key
from facilitator.differences import actions
from facilitator.differences.asking import accounts_of, find_difference, rooms_of, windows
from facilitator.differences.models import KIND_NAMES
from facilitator.episodes.routes import find_episode
from facilitator.workshops.acted import acted
from facilitator.workshops.door import find_workshop

bp = Blueprint("differences", __name__, url_prefix="/w/<code>")
LEAD = "lead the workshop"


@bp.get("/episodes/<int:episode_id>/differences")
def page(code, episode_id):
    """Same moment, several windows: one row for each position, and a form to mark where they differ."""
    workshop = find_workshop(code, may=LEAD)
    episode = find_episode(workshop, episode_id)
    questions = {one.key: one for room in rooms_of(workshop, episode) for one in room.stage.questions}.values()
    accounts = accounts_of(workshop, episode)
    return render_template(
        "differences/page.html",
        workshop=workshop,
        episode=episode,
        questions=[one for one in questions if any(said.question == one.key for said in accounts)],
        rows=windows(accounts, questions),
        differences=sorted(episode.differences, key=lambda one: one.number),
        kinds=KIND_NAMES,
        key=new_key(),
    )


@bp.post("/episodes/<int:episode_id>/differences")
def mark(code, episode_id):
    workshop = find_workshop(code, may=LEAD)
    form = request.form
    given = form.get("kind"), form.get("sentence", ""), form.getlist("statement", type=int), form.get("key", "")
    difference = actions.mark_difference(workshop, find_episode(workshop, episode_id), *given)
    return kept(workshop, difference)


@bp.post("/differences/<int:number>/taking-back")
def take_back(code, number):
    workshop = find_workshop(code, may=LEAD)
    difference = find_difference(workshop.review, number)
    actions.take_back(workshop, difference)
    return kept(workshop, difference)


@bp.post("/differences/<int:number>/putting-back")
def put_back(code, number):
    workshop = find_workshop(code, may=LEAD)
    difference = find_difference(workshop.review, number)
    actions.put_back(workshop, difference)
    return kept(workshop, difference)


def kept(workshop, difference):
    return acted(url_for("differences.page", code=workshop.code, episode_id=difference.episode_id))
