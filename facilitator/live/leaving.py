"""A pass that ends takes its sockets with it: they are closed as soon as its end is on disk. (trust.md, 4: Entry)

Nobody who ends a pass has to think of its sockets: that it ended is noticed on the record itself.
"""

from sqlalchemy import event
from sqlalchemy.orm import object_session

from facilitator.access.models import Pass
from facilitator.db import db
from facilitator.live import socketio

HEARS_LAST = 0.5  # seconds in which a phone hears that its workshop has closed, before it is let go


def room_of_pass(pass_id):
    """The Socket.IO room of everything that came in with one pass."""
    return f"pass-{pass_id}"


def room_of_seat(participant_id):
    """The Socket.IO room of all devices at one seat."""
    return f"seat-{participant_id}"


def phones_of(workshop_id):
    """The Socket.IO room of the phones of a workshop."""
    return f"workshop-{workshop_id}-phones"


def listen():
    """Tie the sockets to the passes. Doing it twice does nothing."""
    for where, moment, act in (
        (Pass.ended_at, "set", notice),
        (db.session, "after_commit", close_ended),
        (db.session, "after_rollback", forget),
    ):
        if not event.contains(where, moment, act):
            event.listen(where, moment, act)


def notice(one, ended_at, _before, _how):
    session = object_session(one)
    if session and one.id:
        ended = session.info.setdefault("ended passes", set())
        (ended.add if ended_at else ended.discard)(one.id)


def tell_seat(participant_id, name):
    """Nudge the devices at one seat, and no others, once what changed for them is on disk."""
    db.session.info.setdefault("seats told", set()).add((participant_id, name))


def close_ended(session):
    if session.in_nested_transaction():
        return
    for participant_id, name in session.info.pop("seats told", ()):
        socketio.emit("changed", {"name": name}, to=room_of_seat(participant_id))
    for workshop_id in session.info.pop("phones to let go", ()):
        socketio.start_background_task(_let_go_soon, workshop_id)
    for pass_id in session.info.pop("ended passes", ()):
        close_room(room_of_pass(pass_id))


def forget(session):
    session.info.pop("ended passes", None)
    session.info.pop("seats told", None)
    session.info.pop("phones to let go", None)


def let_phones_go(workshop):
    """Once the closing of a workshop is on disk, close its phones' sockets, a moment after they have heard of it."""
    db.session.info.setdefault("phones to let go", set()).add(workshop.id)


def _let_go_soon(workshop_id):
    socketio.sleep(HEARS_LAST)
    close_room(phones_of(workshop_id))


def close_room(room):
    """Tell everything in a Socket.IO room that it is over, and hang up: who will not do so would keep a line open."""
    for sid, line in list(socketio.server.manager.get_participants("/", room)):
        socketio.server.disconnect(sid)
        socketio.server.eio.disconnect(line)
