"""A participant's phone: coming in, this stage, one's own words, who to speak to."""

from flask import make_response, redirect, render_template, request, url_for

from facilitator.access.actions import end_pass
from facilitator.access.door import PHONE_COOKIE, passes, permit, set_pass
from facilitator.access.inviting import asking
from facilitator.access.matrix import P
from facilitator.db import db, new_key
from facilitator.refusal import Refused, about_field, shown_on
from facilitator.workshops import joining, last_words, tally
from facilitator.workshops.beside import phone_of
from facilitator.workshops.crowd import wait_in_crowd
from facilitator.workshops.door import (
    find_by_code,
    find_by_token,
    find_participant,
    is_here,
    refuse_closed,
    refuse_removed,
    remember_code,
)
from facilitator.workshops.labels import carried_by
from facilitator.workshops.remarks import remarks_for
from facilitator.workshops.returning import key_to_keep
from facilitator.workshops.room import Room, is_conversation, script_of
from facilitator.workshops.routes import bp
from facilitator.workshops.tries import know_device

DOOR = "come to the door"


@bp.get("/join")
def join_page():
    permit(DOOR)
    return know_device(make_response(render_template("workshops/join.html")))


@bp.post("/join")
@shown_on(join_page)
def give_code():
    """By the typed code, or by the token a QR code carried in its fragment."""
    permit(DOOR)
    token = request.form.get("token")
    with about_field("code"):
        workshop = find_by_token(token) if token else find_by_code(request.form.get("code", ""))
        if not is_here(workshop):
            refuse_closed(workshop)
    remember_code(workshop)
    return redirect(url_for("workshops.notice", code=workshop.code))


def let_in(workshop):
    """Refused for a workshop that has closed, for a conversation, and for a phone that was taken off it."""
    permit(DOOR)
    refuse_closed(workshop)
    if is_conversation(workshop):
        raise Refused("This is a conversation of a few people, and nobody joins it by a code.")
    refuse_removed(workshop)


def end_old_seat():
    """A phone that joins another workshop gives up the pass it held before: each seat is a new pass."""
    for one in passes():
        if one.role == P:
            end_pass(one)


@bp.get("/join/<code>")
def notice(code):
    workshop = find_by_code(code)
    if is_here(workshop):
        return redirect(url_for("workshops.phone", code=workshop.code))
    let_in(workshop)
    return render_template("workshops/notice.html", workshop=workshop, script=script_of(workshop))


@bp.get("/join/<code>/position")
def choose_position(code):
    workshop = find_by_code(code)
    let_in(workshop)
    asked = {"agency": request.values.get("agency"), "script": script_of(workshop)}
    return render_template("workshops/position.html", workshop=workshop, **asked)


@bp.post("/join/<code>")
@shown_on(choose_position)
def come_in(code):
    workshop = find_by_code(code)
    there = redirect(url_for("workshops.phone", code=workshop.code))
    if is_here(workshop):
        return there
    let_in(workshop)
    end_old_seat()
    form = request.form
    position = joining.position_for(workshop.review, form.get("agency"), form.get("position"), form.get("role", ""))
    _, token = joining.join(workshop, position)
    db.session.commit()
    return set_pass(there, PHONE_COOKIE, token)


def screen(participant, room=None, **more):
    """What the phone's stage draws from, for this participant. room: where the group is, when it is known already."""
    room = room or Room.of(participant.workshop)
    return {
        "room": room,
        "workshop": room.workshop,
        "participant": participant,
        "seat": participant.number if participant.without_phone else None,
        "key": new_key(),
        "said_done": joining.DONE in tally.answers_of(room, participant),
        "remarks": remarks_for(room, participant),
        **room.kind.phone(room, participant),
        **phone_of(room, participant),
        **more,
    }


@bp.get("/w/<code>")
def phone(code):
    participant = find_participant(code)
    if is_conversation(participant.workshop):
        return redirect(url_for("conversations.write", code=participant.workshop.code))
    more = {"asking": asking(participant), "return_key": key_to_keep(participant)}
    return render_template("workshops/phone.html", **screen(participant), **more)


@bp.get("/w/<code>/now")
def phone_now(code):
    return render_template("workshops/_now.html", room=Room.of(find_participant(code).workshop))


@bp.get("/w/<code>/stage")
def phone_stage(code):
    return render_template("workshops/_stage.html", **screen(find_participant(code)))


def stage_again(participant, room=None, **more):
    """What a phone gets after it gave something: a receipt, its stage anew, or the whole page without scripts.

    room: the step it gave something to. Where the group is there still, its own words need not be read again. How the
    step stands is read again for a stage, in which a reveal may have been taken back meanwhile; a receipt says how it
    stood when the words were kept.
    Our scripts ask for the least (RFC 7240): that the words are kept is not to wait for a stage to be drawn. They
    fetch it after that. What is told this once comes with the stage all the same. The page of a conversation has all
    its questions on it and draws itself.
    """
    if is_conversation(participant.workshop):
        return written(participant, room or Room.of(participant.workshop))
    if request.headers.get("HX-Request"):
        here = room if room and room.is_current else None
        if wants_least() and not more and not participant.without_phone:
            return receipt(participant, here or Room.of(participant.workshop), wait_in_crowd(participant.workshop))
        if here:
            here.look_again()
        return render_template("workshops/_stage.html", **screen(participant, here, **more))
    seat = participant.number if participant.without_phone else None
    return redirect(url_for("workshops.phone", code=participant.workshop.code, seat=seat))


def wants_least():
    return "return=minimal" in request.headers.get("Prefer", "")


def receipt(participant, room, later=0):
    """Its words are kept. later: milliseconds within which it may draw its stage."""
    return render_template("workshops/_receipt.html", room=room, participant=participant, later=later)


def written(participant, room):
    if request.headers.get("HX-Request"):
        return receipt(participant, room)
    here = {"part": room.stage.slug, "episode": room.step.episode_id}
    return redirect(url_for("conversations.write", code=participant.workshop.code, **here))


@bp.post("/w/<code>/ready")
def say_ready(code):
    participant = find_participant(code)
    joining.say_ready(participant)
    db.session.commit()
    return stage_again(participant)


@bp.post("/w/<code>/done")
def say_done(code):
    participant = find_participant(code)
    room = Room.of(participant.workshop)
    joining.say_done(participant, room, quietly=carried_by(request.form, room) != "position")
    db.session.commit()
    return stage_again(participant, room)


@bp.post("/w/<code>/last-word")
@shown_on(phone)
def leave_with(code):
    participant = find_participant(code)
    with about_field("word"):
        last_words.leave_with(participant, request.form.get("word", ""))
    db.session.commit()
    return stage_again(participant)


@bp.get("/w/<code>/help")
def help_page(code):
    participant = find_participant(code)
    script = script_of(participant.workshop)
    return render_template("workshops/help.html", participant=participant, workshop=participant.workshop, script=script)


@bp.post("/w/<code>/leaving")
def leave(code):
    participant = find_participant(code)
    joining.leave(participant)
    db.session.commit()
    response = redirect(url_for("workshops.join_page"))
    response.delete_cookie(PHONE_COOKIE)
    return response
