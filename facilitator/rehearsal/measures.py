"""What is measured in a rehearsal. Every time is in milliseconds, as somebody in the room would feel it."""

import math
from bisect import bisect_left
from dataclasses import dataclass, field

# A nudge leaves the server right after the answer does. This much earlier it may be heard, and still be ours.
EARLY = 0.005  # seconds
# A save that no nudge followed for this long changed nothing that the wall shows.
LONGEST = 5.0  # seconds


@dataclass
class Measures:
    """Times of saves, of the wall and of stage changes; each moment is a reading of the event loop's clock, in seconds.

    saves: (sent, answered) for everything people wrote. nudges: when the wall heard of a change that it shows.
    redraws: (asked for, drawn) of the wall. changes: how long each move and reveal took to the last phone. lost: how
    often a phone lost its connection and found it again. pointed_out: how much was pointed out in words.
    """

    saves: list = field(default_factory=list)
    nudges: list = field(default_factory=list)
    redraws: list = field(default_factory=list)
    changes: list = field(default_factory=list)
    lost: int = 0
    pointed_out: int = 0

    def save_times(self):
        return [1000 * (answered - sent) for sent, answered in self.saves]

    def change_times(self):
        return [1000 * seconds for seconds in self.changes]

    def wall_times(self):
        """From the sending of words to a wall that was drawn after it had heard of them.

        Which nudge belongs to which save nobody says. The first one after the answer is taken, which may belong to a
        later save but never to an earlier one, so the figure is never flattered.
        """
        asked = [begun for begun, _ in self.redraws]
        times = []
        for sent, answered in self.saves:
            heard = self._heard(sent, answered)
            at = bisect_left(asked, heard) if heard else len(asked)
            if at < len(asked):
                times.append(1000 * (self.redraws[at][1] - sent))
        return times

    def _heard(self, sent, answered):
        after = bisect_left(self.nudges, answered - EARLY)
        if after < len(self.nudges) and self.nudges[after] < answered + LONGEST:
            return self.nudges[after]
        return next((heard for heard in reversed(self.nudges[:after]) if heard >= sent), None)


def percentile(times, share):
    """The time that this share (0 to 1) of all times does not exceed, or None when there are none."""
    if not times:
        return None
    return sorted(times)[max(0, math.ceil(share * len(times)) - 1)]
