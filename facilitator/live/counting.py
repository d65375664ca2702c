"""How many have answered, told to walls and consoles as soon as it is on disk: in words, drawn once for all of them.

The wall draws itself again as well, a little later and less often. This is what lets everybody see at once that an
answer has arrived, without a page fetched for each.
"""

from flask import current_app

from facilitator.live import presence, socketio
from facilitator.live.broadcast import broadcast

SPACING = 0.1  # seconds between two counts of the same workshop

_counter = []
_again = {}


def count_with(words_for):
    """From now on words_for(workshop id) gives the words that are told after each change."""
    _counter[:] = [words_for]


def count_soon(workshop_id):
    """Count once this request is answered. Changes that come close together are counted together."""
    if workshop_id in _again:
        _again[workshop_id] = True
    elif any(room_socket for _, room_socket in presence.listening(workshop_id, leaders_only=True)):
        _again[workshop_id] = False
        socketio.start_background_task(_count, current_app._get_current_object(), workshop_id)


def _count(app, workshop_id):
    again = True
    try:
        while again:
            _again[workshop_id] = False
            with app.app_context():
                broadcast("counted", {"words": _counter[0](workshop_id)}, workshop_id, leaders_only=True)
            socketio.sleep(SPACING)
            again = _again[workshop_id]
    finally:
        del _again[workshop_id]
