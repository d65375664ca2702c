"""Words without an author, by the code that only their writer holds: read them again, change them, take them back."""

from flask import redirect, render_template, request, url_for

from facilitator.db import db, new_key
from facilitator.perspectives import box, withdrawing
from facilitator.perspectives.asked_here import room_named
from facilitator.perspectives.routes import bp
from facilitator.workshops.door import find_participant


def own_code_page(participant, words_code, saved=True):
    """The words behind a code, and what can be done with them. The code stands in no address and no link."""
    words = box.find_by_words_code(participant.workshop, words_code)
    return render_template(
        "perspectives/own_code.html",
        participant=participant,
        workshop=participant.workshop,
        seat=participant.number if participant.without_phone else None,
        words=words,
        words_code=words_code,
        key=new_key(),
        saved=saved,
    )


@bp.post("/slip")
def look_up(code):
    return own_code_page(find_participant(code), request.form.get("words_code", ""), saved=False)


@bp.post("/slip/correction")
def correct_by_code(code):
    participant = find_participant(code)
    form = request.form
    text = form.get("text", "").replace("\r\n", "\n")
    words_code = box.correct_by_code(participant, room_named, form.get("words_code", ""), text, form.get("key", ""))
    db.session.commit()
    return own_code_page(participant, words_code)


@bp.post("/slip/withdrawal")
def withdraw_by_code(code):
    participant = find_participant(code)
    withdrawing.withdraw_by_code(participant.workshop, request.form.get("words_code", ""))
    db.session.commit()
    seat = participant.number if participant.without_phone else None
    return redirect(url_for("perspectives.own_words", code=participant.workshop.code, seat=seat))
