"""After a restart: rooms that were open to phones are open again, at the same address, without anybody's doing."""

from flask import current_app
from sqlalchemy import bindparam, select

from facilitator.db import ask_plain, db
from facilitator.live.addresses import own_addresses
from facilitator.refusal import Refused
from facilitator.workshops.models import Workshop

# A whole room that comes back asks it at once.
STILL_OPEN = select(Workshop.id).where(Workshop.id == bindparam("workshop"), Workshop.closed_at.is_(None))


def reopen_rooms(app):
    """Once the vault is open, listen again wherever an open workshop's phones expect the laptop."""
    server = app.extensions.get("server")
    if server is None:
        return
    own = {address for address, _ in own_addresses()}
    for host, port in {place_of(one) for one in open_workshops() if one.room_address}:
        if host in own and not listens(server, host, port):
            try:
                server.open_on(host, port)
            except Refused:
                # The console says that the phones cannot reach this laptop; everything else goes on.
                continue


def open_workshops():
    return db.session.scalars(select(Workshop).filter_by(closed_at=None)).all()


def place_of(workshop):
    """(host, port) of a workshop's room."""
    host, _, port = workshop.room_address.rpartition(":")
    return host, int(port)


def listens(server, host, port):
    return any((one, port) in server.listening for one in (host, "0.0.0.0"))  # nosec # noqa: S104 - compared, not bound


def is_reachable(workshop):
    """Whether this laptop listens where the phones of a workshop were told to look for it."""
    server = current_app.extensions.get("server")
    return server is None or not workshop.room_address or listens(server, *place_of(workshop))


def is_open_to_phones(workshop_id):
    """Whether phones may listen: not in a workshop that has closed."""
    return ask_plain(STILL_OPEN, {"workshop": workshop_id}).scalar() is not None
