"""A guard for every test: news must not leave while something written is not on disk yet. (trust.md, 3: 8)

Who hears of a change that is then rolled back was told something untrue; and a slow screen would hold up the writer.
"""

from flask import has_app_context
from socketio.manager import Manager
from sqlalchemy import event
from sqlalchemy.pool import Pool

from facilitator.db import db
from facilitator.live.room_socket import RoomSocket

_connections = {}


class TooEarly(AssertionError):
    """Something was sent inside a transaction."""


@event.listens_for(Pool, "connect")
def remember(connection, record):
    _connections[id(connection)] = connection


@event.listens_for(Pool, "close")
def forget(connection, record):
    _connections.pop(id(connection), None)


def nothing_is_unsaved():
    """Raises TooEarly while a connection holds writes, or a session what it is about to write.

    A nudge that a thread sends on its own time is nobody's transaction.
    """
    if not has_app_context():
        return
    held = [one for one in list(_connections.values()) if is_writing(one)]
    waiting = db.session.registry.has() and (db.session.new or db.session.dirty or db.session.deleted)
    if held or waiting:
        raise TooEarly("News was sent while something was not on disk yet. Announce it; it leaves after the commit.")


def is_writing(connection):
    try:
        return connection.in_transaction
    except Exception:  # it was closed
        return False


def watch(monkeypatch):
    """From now on every way out asks first."""
    for kind, name in ((Manager, "emit"), (RoomSocket, "post")):
        monkeypatch.setattr(kind, name, asking(getattr(kind, name)))


def asking(send):
    def asked(self, *given, **more):
        nothing_is_unsaved()
        return send(self, *given, **more)

    return asked
