"""When very many save in the same moment, their phones draw their stages one after the other.

To draw a stage takes about as long as to save. In a room of hundreds those who wait to be saved come first. Kept in
memory only: it is about this second.
"""

from collections import deque
from time import monotonic

from facilitator.live import presence
from facilitator.live.announcements import SPREAD

MANY = 25  # answers within a second

_lately = {}


def wait_in_crowd(workshop):
    """Milliseconds within which a phone that was just answered may draw its stage; 0 where it need not wait."""
    answered, now = _lately.setdefault(workshop.id, deque()), monotonic()
    answered.append(now)
    while answered[0] < now - 1:
        answered.popleft()
    return SPREAD * len(presence.connected(workshop.id)) if len(answered) > MANY else 0
