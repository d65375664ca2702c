"""Telling everybody at once: a message is framed once for the whole room, not once for each socket."""

import json
import os
import struct

from facilitator.live import presence, socketio

# Where our server leaves the socket of a request, so that news can go to it without a queue for each phone.
ROOM_SOCKET = "facilitator.room_socket"


def broadcast(event, news, workshop_id, leaders_only=False):
    """Send an event to everybody who follows a workshop, phones first, or only to its walls and consoles.

    A socket that is not one of our server's is told the ordinary way.
    """
    frame = framed(event, news)
    for sid, room_socket in presence.listening(workshop_id, leaders_only):
        if room_socket is None:
            socketio.emit(event, news, to=sid)
        else:
            room_socket.post(frame)
    if not leaders_only:
        let_others_read()


def let_others_read():
    """Give the processor to whoever was just told something on this very laptop, such as the wall's browser.

    The system may have them wait for it behind us; what is left to do after a change can wait for them.
    """
    if hasattr(os, "sched_yield"):  # not on Windows
        os.sched_yield()


def framed(event, news):
    """An event as it goes over the wire: Socket.IO 5 in Engine.IO 4 in one unmasked text frame (RFC 6455)."""
    payload = f"42{json.dumps([event, news], separators=(',', ':'))}".encode()
    if len(payload) < 126:
        head = struct.pack("!BB", 0x81, len(payload))
    elif len(payload) < 65536:
        head = struct.pack("!BBH", 0x81, 126, len(payload))
    else:
        head = struct.pack("!BBQ", 0x81, 127, len(payload))
    return head + payload
