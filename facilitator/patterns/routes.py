"""The addresses of patterns: naming, changing, taking, removing; proposing one from a phone."""

from flask import Blueprint, render_template, request, url_for

from facilitator.db import db
from facilitator.patterns import actions
from facilitator.patterns.asking import find_pattern, patterns_of, to_tick
from facilitator.patterns.categories import categories, names_of
from facilitator.patterns.merging import came_from
from facilitator.patterns.models import statements
from facilitator.perspectives.routes import find_statement, room_of_form
from facilitator.workshops.acted import acted
from facilitator.workshops.door import find_participant, find_workshop
from facilitator.workshops.phone import stage_again
from facilitator.workshops.steps import chosen_episodes

bp = Blueprint("patterns", __name__, url_prefix="/w/<code>/patterns")

LEAD = "lead the workshop"


@bp.get("")
def page(code):
    """All patterns, and the form for a new one."""
    workshop = find_workshop(code, may=LEAD)
    return render_template("patterns/page.html", workshop=workshop, chosen={}, **choices(workshop.review))


@bp.post("")
def name(code):
    workshop = find_workshop(code, may=LEAD)
    actions.name_pattern(workshop.review, **given())
    return kept(workshop)


@bp.get("/<int:number>")
def edit(code, number):
    workshop = find_workshop(code, may=LEAD)
    pattern = find_pattern(workshop.review, number)
    picture = {"workshop": workshop, "pattern": pattern, "chosen": sides_of(pattern)}
    return render_template("patterns/edit.html", **picture, **choices(workshop.review))


@bp.post("/<int:number>")
def change(code, number):
    workshop = find_workshop(code, may=LEAD)
    actions.change_pattern(find_pattern(workshop.review, number), **given())
    return kept(workshop)


@bp.post("/<int:number>/taking")
def take(code, number):
    workshop = find_workshop(code, may=LEAD)
    actions.take(find_pattern(workshop.review, number))
    return kept(workshop)


@bp.post("/<int:number>/taking-undone")
def give_back(code, number):
    workshop = find_workshop(code, may=LEAD)
    actions.give_back(find_pattern(workshop.review, number))
    return kept(workshop)


@bp.post("/<int:number>/removal")
def remove(code, number):
    """Gone, with a page from which it can be put back as it was."""
    workshop = find_workshop(code, may=LEAD)
    pattern = find_pattern(workshop.review, number)
    page = render_template("patterns/removed.html", workshop=workshop, pattern=pattern)
    actions.remove_pattern(pattern)
    db.session.commit()
    return page


@bp.post("/<int:number>/removal-undone")
def put_back(code, number):
    workshop = find_workshop(code, may=LEAD)
    said = request.form.get("said", type=int)
    words = find_statement(workshop, said) if said else None
    actions.put_back(workshop.review, number, words, taken="taken" in request.form, **given())
    return kept(workshop)


@bp.post("/proposals")
def propose(code):
    participant = find_participant(code)
    form = request.form
    actions.propose_pattern(
        participant,
        room_of_form(participant),
        form.get("common", ""),
        form.get("key", ""),
        kind=form.get("kind"),
        category=form.get("category", ""),
        rests_on=form.getlist("statement", type=int),
    )
    db.session.commit()
    return stage_again(participant)


def given():
    """A pattern as it stands in a facilitator's form."""
    form = request.form
    return {
        "title": form.get("title", ""),
        "kind": form.get("kind"),
        "categories": form.getlist("category"),
        "episodes": form.getlist("episode", type=int),
        "rests_on": form.getlist("rests_on", type=int),
        "against": form.getlist("against", type=int),
    }


def sides_of(pattern):
    """Statement → side, for those of its own that stand; what its parts bring is theirs."""
    own = pattern.own_evidence
    return dict.fromkeys(statements(own, "for"), "for") | dict.fromkeys(statements(own, "against"), "against")


def choices(review):
    """What a facilitator can choose from."""
    return {
        "review": review,
        "patterns": patterns_of(review),
        "categories": categories(review),
        "episodes": chosen_episodes(review),
        "to_tick": to_tick(review),
        "names_of": names_of,
        "came_from": came_from,
    }


def kept(workshop):
    """Commit; the console hears of it, and a page without scripts goes back to the patterns."""
    return acted(url_for("patterns.page", code=workshop.code))
