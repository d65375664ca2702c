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


def close_ended(session):
    if session.in_nested_transaction():
        return
    for pass_id in session.info.pop("ended passes", ()):
        close_room(room_of_pass(pass_id))


def forget(session):
    session.info.pop("ended passes", None)


def let_phones_go(workshop_id):
    """Close the phones' sockets of a workshop that has closed, a moment after they have heard of it."""
    socketio.start_background_task(_let_go_soon, workshop_id)


def _let_go_soon(workshop_id):
    socketio.sleep(HEARS_LAST)
    close_room(phones_of(workshop_id))


def close_room(room):
    for sid, _ in list(socketio.server.manager.get_participants("/", room)):
        socketio.server.disconnect(sid)
