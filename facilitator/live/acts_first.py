"""Whoever gives something comes first: what only draws a part of a page anew is begun when nothing else is waiting.

A console takes longer to draw than a save takes. When a whole room saves in the same moment, several parts of it drawn
one after the other would keep all those waiting who come meanwhile.
"""

import gevent
from gevent.lock import Semaphore

SCREENS_WAIT_AT_MOST = 0.25  # seconds; in a crowd that does not end, consoles and walls still follow it
STAGES_WAIT_AT_MOST = 3.0  # a phone that draws its stage anew has heard by then that its words are kept

_turn = Semaphore()


def only_draws(environ):
    """Whether a request fetches a part of a page anew: such requests come from the page itself, by htmx."""
    return environ["REQUEST_METHOD"] == "GET" and "HTTP_HX_REQUEST" in environ


def longest_wait(environ):
    """How many seconds such a request waits for others at most. Of phones there are hundreds, of screens a few."""
    match environ["PATH_INFO"].split("/"):
        case ["", "w", _, "stage"]:
            return STAGES_WAIT_AT_MOST
    return SCREENS_WAIT_AT_MOST


def let_acts_go_first(environ):
    """Return when nobody else waits to be answered, or when this one has waited long enough. One at a time, so that
    whoever comes while one part is drawn goes before the next part.
    """
    with gevent.Timeout(longest_wait(environ), exception=False), _turn:
        gevent.idle()
