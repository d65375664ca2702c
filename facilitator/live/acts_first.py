"""Whoever gives something comes first: what only draws a part of a page anew is begun when nothing else is waiting.

A console takes longer to draw than a save takes. When a whole room saves in the same moment, several parts of it drawn
one after the other would keep all those waiting who come meanwhile.
"""

import gevent
from gevent.lock import Semaphore

WAITS_AT_MOST = 0.25  # seconds; in a crowd that does not end the screens still follow it

_turn = Semaphore()


def only_draws(environ):
    """Whether a request fetches a part of a page anew: such requests come from the page itself, by htmx."""
    return environ["REQUEST_METHOD"] == "GET" and "HTTP_HX_REQUEST" in environ


def let_acts_go_first():
    """Return when nobody else waits to be answered, or when one has waited long enough. One at a time, so that whoever
    comes while one part is drawn goes before the next part.
    """
    with gevent.Timeout(WAITS_AT_MOST, exception=False), _turn:
        gevent.idle()
