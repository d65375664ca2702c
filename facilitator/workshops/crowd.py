"""When very many save in the same moment, each phone hears at once that its words are kept, and draws its stage later.

To draw a stage takes as long as to save. In a room of up to sixty both go into one answer; in one of hundreds those who
wait to be saved come first. Kept in memory only: it is about this second.
"""

import time
from collections import deque

from facilitator.live import presence
from facilitator.live.announcements import SPREAD

LARGE_ROOM = 60  # phones; only a room with more of them is ever crowded
MANY = 25  # answers within a second

_lately = {}


def wait_in_crowd(workshop, clock=time.monotonic):
    """Milliseconds within which a phone that was just answered may draw its stage; 0 where it need not wait."""
    phones = len(presence.connected(workshop.id))
    if phones <= LARGE_ROOM:
        return 0
    answered, now = _lately.setdefault(workshop.id, deque()), clock()
    answered.append(now)
    while answered[0] < now - 1:
        answered.popleft()
    return SPREAD * phones if len(answered) > MANY else 0
