"""An episode in full at the desk: what is known of it, where it rests, and what only an editor can write."""

from flask import render_template, request, url_for
from sqlalchemy import select

from facilitator.db import db
from facilitator.episodes.asking import chosen
from facilitator.episodes.models import TOLD
from facilitator.episodes.telling import tell_episode
from facilitator.findings.desk import EDIT
from facilitator.findings.editing import done, editor
from facilitator.findings.routes import bp
from facilitator.narrative.asking import entries_shown
from facilitator.patterns.asking import patterns_of, reveals, shown_in
from facilitator.perspectives.models import Abstention
from facilitator.refusal import NotFound
from facilitator.reviews.finding import find_review

EPISODE = "/reviews/<int:review_id>/episodes/<int:number>"
KIND_NAMES = {"action": "Something done", "omission": "Something not done", "sequence": "Several things in a row"}


@bp.get("/reviews/<int:review_id>/episodes")
def episodes(review_id):
    review = find_review(review_id, EDIT)
    return render_template("findings/episodes.html", review=review, episodes=chosen(review), told=TOLD)


@bp.get(EPISODE)
def episode(review_id, number):
    review = find_review(review_id, EDIT)
    one = find_episode(review, number)
    statements = [said for said in shown_in(review) if said.episode_id == one.id]
    return render_template(
        "findings/episode.html",
        review=review,
        episode=one,
        told=TOLD,
        kinds=KIND_NAMES,
        entries=entries_shown(review),
        statements=statements,
        said={name: [one for one in statements if one.question == name] for name in TOLD},
        answered=positions(statements),
        uninvolved=len({said.participant_id for said in silences(review, one)}),
        patterns=[pattern for pattern in patterns_of(review) if one in pattern.episodes],
        names={"when": "When", "kind": "What kind", "why": "Why it mattered", **TOLD},
    )


@bp.post(EPISODE)
def tell(review_id, number):
    one = find_episode(find_review(review_id, EDIT), number)
    given = {name: request.form[name] for name in ("when", "kind", "why", *TOLD) if name in request.form}
    seen = request.form.get("seen", "")
    entries = request.form.getlist("entries")
    tell_episode(one, given, entries, by=editor(), seen=int(seen) if seen.isdecimal() else None)
    return done(url_for("findings.episode", review_id=review_id, number=number))


def find_episode(review, number):
    found = next((one for one in chosen(review) if one.number == number), None)
    if found is None:
        raise NotFound("There is no key practice episode with this number now. Perhaps the order changed.")
    return found


def silences(review, one):
    """Who said “I was not involved” at a step about this episode that has been revealed."""
    found = select(Abstention).filter_by(episode_id=one.id, answer="not-involved").order_by(Abstention.id)
    shown = reveals(review)
    return [each for each in db.session.scalars(found) if (each.participant.workshop_id, each.stage, one.id) in shown]


def positions(given):
    """The positions behind statements, each once, in the order they came; words without one are passed."""
    return list(dict.fromkeys(one.position.label for one in given if one.position))
