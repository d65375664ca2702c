"""Sockets come in through the same door as pages, and ask it again at every event. They never carry words."""

from functools import wraps
from types import SimpleNamespace

from flask import request
from flask_socketio import ConnectionRefusedError as TurnedAway
from flask_socketio import disconnect as let_go
from flask_socketio import join_room

from facilitator.access.actions import find_pass
from facilitator.access.door import LEADER_COOKIE, PHONE_COOKIE, allows, vault
from facilitator.access.matrix import P
from facilitator.access.models import Pass
from facilitator.db import db
from facilitator.live import presence, socketio
from facilitator.live.broadcast import ROOM_SOCKET
from facilitator.live.leaving import phones_of, room_of_pass, room_of_seat

HEAR = "hear of changes"
MOST_SOCKETS = 8  # a person

# workshop id → whether its phones are let in; the workshops say so, which this folder does not know.
open_to_phones = []

_came_with = {}  # socket → (id of its pass, id of its workshop)


def came_with():
    """Every open socket → (id of its pass, id of its workshop)."""
    return _came_with


@socketio.on("connect")
def connect(auth=None):
    """A page says which workshop it shows and as what; the pass decides whether it may hear of it."""
    wanted = auth if isinstance(auth, dict) else {}
    if not vault.is_open:
        raise TurnedAway("The facilitator has not unlocked the program yet.")
    held = find_pass(request.cookies.get(PHONE_COOKIE if wanted.get("as") == "phone" else LEADER_COOKIE))
    workshop_id = wanted.get("workshop")
    if not (held and isinstance(workshop_id, int) and allows(held, HEAR, SimpleNamespace(id=workshop_id))):
        raise TurnedAway("Please join the workshop first.")
    if held.role == P and not all(is_open(workshop_id) for is_open in open_to_phones):
        raise TurnedAway("closed")
    if presence.count_of(held.token_hash) >= MOST_SOCKETS:
        raise TurnedAway("This is open in too many windows. Please close one.")
    _came_with[request.sid] = held.id, workshop_id
    for room in rooms_of(held, workshop_id):
        join_room(room)
    room_socket = request.environ.get(ROOM_SOCKET)
    more = {"leads": held.role != P, "room_socket": room_socket, "holder": held.token_hash}
    presence.came(request.sid, workshop_id, held.participant_id, **more)


def rooms_of(held, workshop_id):
    """What this pass hears: the workshop's news, those of its role, and its own end."""
    by_role = phones_of(workshop_id) if held.role == P else presence.leaders_of(workshop_id)
    own = [room_of_seat(held.participant_id)] if held.participant_id else []
    return presence.room_of(workshop_id), by_role, room_of_pass(held.id), *own


@socketio.on("disconnect")
def disconnect(reason=None):
    _came_with.pop(request.sid, None)
    presence.went(request.sid)


def on(event, act=HEAR):
    """Register what a socket's event does. The door is asked again each time, and a pass that has ended is let go."""

    def register(do):
        @socketio.on(event)
        @wraps(do)
        def asked(*told):
            pass_id, workshop_id = _came_with.get(request.sid, (None, None))
            held = pass_id and db.session.get(Pass, pass_id)
            if held and held.ended_at is None and allows(held, act, SimpleNamespace(id=workshop_id)):
                do(*told)
            else:
                let_go()

        return do

    return register


@on("writing")
def writing(is_writing=False):
    """A phone says whether somebody is typing on it. It never says what."""
    presence.writes(request.sid, bool(is_writing))
