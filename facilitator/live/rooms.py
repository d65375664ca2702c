"""Sockets come in through the same door as pages. They hear nudges; they never carry words."""

from flask import request
from flask_socketio import ConnectionRefusedError as TurnedAway
from flask_socketio import join_room

from facilitator.access.actions import find_pass
from facilitator.access.door import LEADER_COOKIE, PHONE_COOKIE, vault
from facilitator.access.matrix import MATRIX, P
from facilitator.live import presence, socketio


@socketio.on("connect")
def connect(auth=None):
    """A page says which workshop it shows and as what; the pass decides whether it may hear of it."""
    wanted = auth if isinstance(auth, dict) else {}
    if not vault.is_open:
        raise TurnedAway("The facilitator has not unlocked the program yet.")
    held = pass_for(wanted.get("as"))
    workshop_id = wanted.get("workshop")
    if not (held and isinstance(workshop_id, int) and held.workshop_id in (None, workshop_id)):
        raise TurnedAway("Please join the workshop first.")
    join_room(presence.room_of(workshop_id))
    if held.role != P:
        join_room(presence.leaders_of(workshop_id))
    presence.came(request.sid, workshop_id, held.participant_id)


@socketio.on("disconnect")
def disconnect(reason=None):
    presence.went(request.sid)


@socketio.on("writing")
def writing(is_writing):
    """A phone says whether somebody is typing on it. It never says what."""
    presence.writes(request.sid, bool(is_writing))


def pass_for(screen):
    cookie = PHONE_COOKIE if screen == "phone" else LEADER_COOKIE
    held = find_pass(request.cookies.get(cookie))
    return held if held and held.role in MATRIX["hear of changes"] else None
