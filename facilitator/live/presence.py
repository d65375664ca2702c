"""Who is connected now, and who is typing. Kept in memory only: it is about this minute, not about the record."""

import time

from facilitator.live import socketio

WRITING_FOR = 20  # seconds after the last sign of typing

_sockets = {}
_leaders = {}  # workshop id → the sockets of its walls and consoles: asked for after every change, a few among hundreds
_told = {}
_hush = []


def came(sid, workshop_id, participant_id, leads=False, room_socket=None, holder=None):
    """A screen entered a workshop.

    leads: a wall or a console. room_socket: our server's socket, if it came by one. holder: the hash of its pass.
    """
    _sockets[sid] = {
        "workshop": workshop_id,
        "participant": participant_id,
        "writing": 0.0,
        "socket": room_socket,
        "holder": holder,
    }
    if leads:
        _leaders.setdefault(workshop_id, {})[sid] = room_socket
    tell(workshop_id)


def listening(workshop_id, leaders_only=False):
    """The (sid, our server's socket or None) of everybody who follows a workshop, as a list: phones first.

    Walls and consoles stand on the laptop itself and draw much anew: told first, they would keep the room waiting.
    """
    leaders = _leaders.get(workshop_id, {})
    if leaders_only:
        return list(leaders.items())
    here = ((sid, one["socket"]) for sid, one in _sockets.items() if one["workshop"] == workshop_id)
    return [one for one in here if one[0] not in leaders] + list(leaders.items())


def followed():
    """The ids of the workshops that somebody follows now."""
    return {one["workshop"] for one in _sockets.values()}


def count_of(holder):
    """How many sockets are open with the pass of this hash."""
    return sum(one["holder"] == holder for one in _sockets.values())


def went(sid):
    gone = _sockets.pop(sid, None)
    if gone:
        _leaders.get(gone["workshop"], {}).pop(sid, None)
        tell(gone["workshop"])


def hush_where(is_hushed):
    """From now on nobody is told who types in a workshop for which is_hushed(workshop id) holds."""
    _hush[:] = [is_hushed]


def writes(sid, is_writing):
    here = _sockets.get(sid)
    if here and not any(is_hushed(here["workshop"]) for is_hushed in _hush):
        here["writing"] = time.monotonic() if is_writing else 0.0
        tell(here["workshop"])


def connected(workshop_id):
    """The ids of the participants whose phones are connected."""
    return {one["participant"] for one in _sockets.values() if one["workshop"] == workshop_id and one["participant"]}


def writing_now(workshop_id):
    """The ids of the participants who typed within the last 20 seconds."""
    since = time.monotonic() - WRITING_FOR
    return {
        one["participant"] for one in _sockets.values() if one["workshop"] == workshop_id and one["writing"] > since
    }


def tell(workshop_id):
    """Nudge the consoles at most once a second: a room that comes in together is one piece of news."""
    if _told.get(workshop_id):
        return
    _told[workshop_id] = True
    socketio.start_background_task(_tell_soon, workshop_id)


def _tell_soon(workshop_id):
    from facilitator.live.broadcast import broadcast

    socketio.sleep(1)
    _told[workshop_id] = False
    broadcast("changed", {"name": "presence-changed"}, workshop_id, leaders_only=True)


def room_of(workshop_id):
    """The Socket.IO room of everybody who follows a workshop."""
    return f"workshop-{workshop_id}"


def leaders_of(workshop_id):
    """The Socket.IO room of its consoles and walls."""
    return f"workshop-{workshop_id}-leaders"
