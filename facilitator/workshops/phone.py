"""A participant's phone: coming in, this stage, one's own words, who to speak to."""

from flask import redirect, render_template, request, url_for
from sqlalchemy import select

from facilitator.access.door import PHONE_COOKIE, set_pass
from facilitator.db import db, new_key
from facilitator.refusal import NotFound
from facilitator.workshops import joining, last_words
from facilitator.workshops.door import find_by_code, find_participant, is_here
from facilitator.workshops.models import Workshop
from facilitator.workshops.room import Room, script_of
from facilitator.workshops.routes import bp


@bp.get("/join")
def join_page():
    return render_template("workshops/join.html")


@bp.post("/join")
def give_code():
    """By the typed code, or by the token a QR code carried in its fragment."""
    if token := request.form.get("token"):
        workshop = db.session.scalar(select(Workshop).filter_by(join_token=token))
        if workshop is None:
            raise NotFound("This QR code is from another day. Please scan the one on the wall.")
    else:
        workshop = find_by_code(request.form.get("code", ""))
    return redirect(url_for("workshops.notice", code=workshop.code))


@bp.get("/join/<code>")
def notice(code):
    workshop = find_by_code(code)
    if is_here(workshop):
        return redirect(url_for("workshops.phone", code=workshop.code))
    return render_template("workshops/notice.html", workshop=workshop, script=script_of(workshop))


@bp.get("/join/<code>/position")
def choose_position(code):
    workshop = find_by_code(code)
    return render_template("workshops/position.html", workshop=workshop, agency=request.args.get("agency"))


@bp.post("/join/<code>")
def come_in(code):
    workshop = find_by_code(code)
    there = redirect(url_for("workshops.phone", code=workshop.code))
    if is_here(workshop):
        return there
    form = request.form
    position = joining.position_for(workshop.review, form.get("agency"), form.get("position"), form.get("role", ""))
    _, token = joining.join(workshop, position)
    db.session.commit()
    return set_pass(there, PHONE_COOKIE, token)


def screen(participant, **more):
    """What the phone's stage draws from, for this participant."""
    room = Room.of(participant.workshop)
    return {
        "room": room,
        "workshop": room.workshop,
        "participant": participant,
        "seat": participant.number if participant.without_phone else None,
        "key": new_key(),
        **room.kind.phone(room, participant),
        **more,
    }


@bp.get("/w/<code>")
def phone(code):
    return render_template("workshops/phone.html", **screen(find_participant(code)))


@bp.get("/w/<code>/now")
def phone_now(code):
    return render_template("workshops/_now.html", room=Room.of(find_participant(code).workshop))


@bp.get("/w/<code>/stage")
def phone_stage(code):
    return render_template("workshops/_stage.html", **screen(find_participant(code)))


def stage_again(participant, **more):
    """What a phone gets after it gave something: its stage anew, or the whole page without scripts."""
    if request.headers.get("HX-Request"):
        return render_template("workshops/_stage.html", **screen(participant, **more))
    seat = participant.number if participant.without_phone else None
    return redirect(url_for("workshops.phone", code=participant.workshop.code, seat=seat))


@bp.post("/w/<code>/ready")
def say_ready(code):
    participant = find_participant(code)
    joining.say_ready(participant)
    db.session.commit()
    return stage_again(participant)


@bp.post("/w/<code>/done")
def say_done(code):
    participant = find_participant(code)
    joining.say_done(participant, Room.of(participant.workshop))
    db.session.commit()
    return stage_again(participant)


@bp.post("/w/<code>/last-word")
def leave_with(code):
    participant = find_participant(code)
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
