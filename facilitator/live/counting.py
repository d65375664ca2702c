"""How many have answered, told to walls and consoles as soon as it is on disk: in words, drawn once for all of them.

The wall draws itself again as well, a little later and less often. This is what lets everybody see at once that an
answer has arrived, without a page fetched for each.
"""

import gevent
from flask import current_app

from facilitator.live import presence, socketio
from facilitator.live.broadcast import broadcast

SPACING = 0.1  # seconds between two counts of the same workshop
CROWD_AT_MOST = 0.3  # seconds; in a crowd that does not end the count still follows it

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


def let_a_crowd_go_first():
    """Who still waits to be saved comes before the count of who was."""
    with gevent.Timeout(CROWD_AT_MOST, exception=False):
        gevent.idle()


def _count(app, workshop_id):
    again = True
    try:
        while again:
            let_a_crowd_go_first()
            _again[workshop_id] = False
            with app.app_context():
                broadcast("counted", {"words": _counter[0](workshop_id)}, workshop_id, leaders_only=True)
            socketio.sleep(SPACING)
            again = _again[workshop_id]
    finally:
        del _again[workshop_id]
