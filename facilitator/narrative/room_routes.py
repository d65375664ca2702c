"""The addresses of the narrative in the room: phones add, correct and dispute."""

from flask import request

from facilitator.db import db
from facilitator.narrative.asking import entries_for
from facilitator.narrative.in_room import add_in_room, correct_in_room, dispute_in_room
from facilitator.narrative.routes import bp
from facilitator.perspectives.routes import room_of_form
from facilitator.refusal import NotFound, shown_on
from facilitator.reviews.finding import find_part
from facilitator.workshops.door import find_participant
from facilitator.workshops.phone import phone, stage_again


@bp.post("/w/<code>/narrative/entries")
@shown_on(phone)
def add_on_phone(code):
    participant = find_participant(code)
    add_in_room(participant, room_of_form(participant), lane_given(participant), **entry_words(), key=key_given())
    return saved(participant)


@bp.post("/w/<code>/narrative/entries/<int:number>/correction")
@shown_on(phone)
def correct_on_phone(code, number):
    participant = find_participant(code)
    entry = find_seen(participant, number)
    correct_in_room(participant, room_of_form(participant), entry, **entry_words(), key=key_given())
    return saved(participant)


@bp.post("/w/<code>/narrative/entries/<int:number>/dispute")
@shown_on(phone)
def dispute_on_phone(code, number):
    participant = find_participant(code)
    entry = find_seen(participant, number)
    dispute_in_room(participant, room_of_form(participant), entry, entry_words()["text"], key=key_given())
    return saved(participant)


def find_seen(participant, number):
    """The entry with this number, if this participant may see it; a version since replaced counts too."""
    for entry in entries_for(participant.workshop.review, participant):
        for version in [entry, *entry.versions]:
            if version.number == number:
                return version
    raise NotFound("There is no entry with this number. Please load the page again.")


def lane_given(participant):
    chosen = request.form.get("agency", "")
    return find_part(participant.workshop.review.agencies, int(chosen)) if chosen.isdecimal() else participant.agency


def entry_words():
    given = {name: request.form.get(name, "") for name in ("when", "source", "text")}
    return given | {"text": given["text"].replace("\r\n", "\n")}


def key_given():
    return request.form.get("key", "")


def saved(participant):
    db.session.commit()
    return stage_again(participant)
