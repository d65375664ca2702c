"""The addresses of statements: giving, correcting, withdrawing; set aside, star, let in."""

from flask import Blueprint, redirect, render_template, request, url_for

from facilitator.db import db, new_key
from facilitator.perspectives import actions, box, withdrawing
from facilitator.perspectives.asked_here import check_episode, check_in_words, check_pass, room_named
from facilitator.perspectives.asking import all_own, held_in, own_at, set_aside_in
from facilitator.perspectives.became import became_of
from facilitator.perspectives.models import Statement
from facilitator.perspectives.named import reveal_without_names
from facilitator.refusal import NotFound, about_field, shown_on
from facilitator.workshops.acted import acted
from facilitator.workshops.door import find_participant, find_workshop
from facilitator.workshops.labels import carried_by
from facilitator.workshops.phone import phone, stage_again
from facilitator.workshops.room import Room, is_conversation, steps_of

bp = Blueprint("perspectives", __name__, url_prefix="/w/<code>")


def room_of_form(participant):
    """The step the phone was showing when this was written, which may be past by now. Refused when there is none."""
    episode = request.form.get("episode", "")
    episode_id = int(episode) if episode.isdecimal() else None
    room = room_named(participant.workshop, request.form.get("stage"), episode_id)
    check_episode(room, episode_id)
    room.promised = request.form.get("promised") == "reveal"
    return room


@bp.post("/statements")
@shown_on(phone)
def give(code):
    participant = find_participant(code)
    room = room_of_form(participant)
    form = request.form
    text = form.get("text", "").replace("\r\n", "\n")
    check_in_words(room, form.get("question", ""))
    if (carries := carried_by(form, room)) != "position":
        with about_field("text"):
            code = box.put_in(participant, room, form.get("question", ""), text, form.get("key", ""), carries)
        db.session.commit()
        return handed(participant, code)
    given = form.get("question", ""), text, form.get("key", "")
    earlier = own_at(room, participant).get(form.get("question"))
    if earlier is None or earlier.text != text:
        with about_field("text"):
            actions.give_statement(participant, room, *given, replaces=earlier)
    db.session.commit()
    return stage_again(participant, room)


def handed(participant, words_code):
    """What a phone gets for words without an author: its stage and their code; without scripts the code alone, once."""
    if request.headers.get("HX-Request"):
        return stage_again(participant, words_code=words_code)
    return own_code_page(participant, words_code)


@bp.post("/silences")
def stay_silent(code):
    participant = find_participant(code)
    form = request.form
    room = room_of_form(participant)
    check_pass(room, form.get("question", ""))
    silent = actions.answer_without_words if carried_by(form, room) == "position" else box.stay_silent
    silent(participant, room, form.get("answer"), form.get("question", ""))
    db.session.commit()
    return stage_again(participant, room)


@bp.get("/mine")
def own_words(code):
    participant = find_participant(code)
    if is_conversation(participant.workshop):
        return redirect(url_for("conversations.reading", code=participant.workshop.code))
    seat = participant.number if participant.without_phone else None
    return render_template(
        "perspectives/own_words.html",
        participant=participant,
        workshop=participant.workshop,
        statements=(own := all_own(participant)),
        became=became_of(participant.workshop, own),
        keys={statement.id: new_key() for statement in own},
        seat=seat,
    )


def find_statement(workshop, number):
    found = db.session.scalar(db.select(Statement).filter_by(review_id=workshop.review_id, number=number))
    if found is None:
        raise NotFound("There is no statement with this number in the review.")
    return found


@bp.post("/statements/<int:number>/correction")
def correct(code, number):
    participant = find_participant(code)
    earlier = find_statement(participant.workshop, number)
    if earlier.participant_id != participant.id:
        raise NotFound("These are not your words.")
    room = room_named(participant.workshop, earlier.stage, earlier.episode_id)
    text = request.form.get("text", "").replace("\r\n", "\n")
    actions.give_statement(participant, room, earlier.question, text, request.form.get("key", ""), replaces=earlier)
    db.session.commit()
    return back_to_own(participant)


@bp.post("/statements/<int:number>/withdrawal")
def withdraw(code, number):
    participant = find_participant(code)
    withdrawing.withdraw(find_statement(participant.workshop, number), participant)
    db.session.commit()
    return back_to_own(participant)


def back_to_own(participant):
    seat = participant.number if participant.without_phone else None
    return redirect(url_for("perspectives.own_words", code=participant.workshop.code, seat=seat))


def marked(code, number, act):
    """A facilitator's mark on a statement: act, commit, and the console draws itself again."""
    workshop = find_workshop(code, may="lead the workshop")
    act(find_statement(workshop, number))
    return acted(url_for("workshops.console", code=workshop.code))


@bp.post("/statements/<int:number>/star")
def star(code, number):
    return marked(code, number, lambda one: actions.unstar(one) if one.star else actions.star(one))


@bp.get("/statements/<int:number>/setting-aside")
def setting_aside(code, number):
    workshop = find_workshop(code, may="lead the workshop")
    found = find_statement(workshop, number)
    shown = may_be_read(found)
    return render_template("perspectives/setting_aside.html", workshop=workshop, statement=found, shown=shown)


@bp.post("/statements/<int:number>/setting-aside")
def set_aside(code, number):
    return marked(code, number, lambda one: actions.set_aside(one, request.form.get("reason", "")))


@bp.post("/statements/<int:number>/taking-back")
def take_back(code, number):
    return marked(code, number, actions.take_back)


@bp.post("/statements/<int:number>/letting-in")
def let_in(code, number):
    return marked(code, number, actions.let_in)


@bp.post("/letting-in")
def let_in_together(code):
    workshop = find_workshop(code, may="lead the workshop")
    episode = request.form.get("episode", "")
    box.let_in_together(Room.of(workshop, request.form.get("stage"), int(episode) if episode.isdecimal() else None))
    db.session.commit()
    return redirect(url_for("perspectives.held", code=workshop.code))


@bp.post("/statements/<int:number>/asking")
def ask_to_correct(code, number):
    return marked(code, number, actions.ask_to_correct)


@bp.post("/reveal-others")
def reveal_others(code):
    """Reveal this step without the statements that seem to hold a name; they wait, unread."""
    room = Room.of(find_workshop(code, may="lead the workshop"))
    reveal_without_names(room)
    return acted(url_for("workshops.console", code=room.workshop.code))


def may_be_read(statement):
    """Whether a facilitator may read a statement: its step is revealed, and it was not held back for a name.

    Its step is that of the workshop it was given in, whichever workshop somebody asks from. In a conversation it must
    have been agreed besides.
    """
    revealed = Room.of(statement.workshop, statement.stage, statement.episode_id).is_revealed
    waits = statement.is_held and (statement.held_back_at or is_conversation(statement.workshop))
    return revealed and not waits


@bp.get("/held")
def held(code):
    workshop = find_workshop(code, may="watch the console")
    statements = held_in(workshop)
    together = [one for one in steps_of(workshop) if box.wait_late(one)]
    # Late or not: nobody reads what has not been revealed, facilitators included.
    shown = {one.id for one in statements if may_be_read(one)}
    waiting = {"statements": statements, "shown": shown, "together": together, "aside": set_aside_in(workshop)}
    return render_template("perspectives/held.html", workshop=workshop, **waiting)


from facilitator.perspectives.own_code import own_code_page  # noqa: E402
