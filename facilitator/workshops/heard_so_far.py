"""Who has been heard so far over a whole workshop, by agency and position, without a word. For facilitators only."""

from dataclasses import dataclass
from functools import cached_property

from facilitator.workshops.room import Room, steps_of

NOT_COUNTED = ("welcome", "close")


@dataclass
class Row:
    """One position in the workshop: how many have come, and how many of them have given anything at all."""

    position: object
    came: int = 0
    heard: int = 0

    @property
    def silent(self):
        return self.came - self.heard


class HeardSoFar:
    """Counts over every step the group has been at whose words carry a position.

    At the other steps who gave anything is stored nowhere, so they are left out for everybody. (docs/decisions/0008)
    """

    def __init__(self, workshop):
        self.workshop = workshop

    @cached_property
    def steps(self):
        """The steps the group has been at, as rooms."""
        been = {(visit.stage, visit.episode_id) for visit in Room.of(self.workshop).visits()}
        rooms = [room for room in steps_of(self.workshop) if room.step.place in been]
        return [room for room in rooms if room.kind.name not in NOT_COUNTED]

    @cached_property
    def counted(self):
        return [room for room in self.steps if not room.is_authorless]

    @property
    def left_out(self):
        """How many steps are left out, because their words carry no position."""
        return len(self.steps) - len(self.counted)

    @cached_property
    def heard(self):
        """The ids of the participants who have given anything at a counted step."""
        return set().union(*(room.answered for room in self.counted))

    @property
    def rows(self):
        """A row for each position that somebody took, agency by agency."""
        rows = {}
        for one in self.workshop.participants:
            row = rows.setdefault(one.position_id, Row(one.position))
            row.came += 1
            row.heard += one.id in self.heard
        return sorted(rows.values(), key=lambda row: (row.position.agency.number, row.position.id))

    @property
    def absent(self):
        """The agencies from which nobody has come."""
        here = {row.position.agency_id for row in self.rows}
        return [agency for agency in self.workshop.review.agencies if agency.id not in here]

    @property
    def by_episode(self):
        """Pairs of episode and, for each agency of the review, how many of it were heard about the episode."""
        agency_of = {one.id: one.agency.id for one in self.workshop.participants}
        found = {}
        for room in (room for room in self.counted if room.episode):
            for one in room.answered & agency_of.keys():
                found.setdefault(room.episode, {}).setdefault(agency_of[one], set()).add(one)
        episodes = dict.fromkeys(room.episode for room in self.counted if room.episode)
        agencies = [agency.id for agency in self.workshop.review.agencies]
        return [(one, [len(found.get(one, {}).get(agency, ())) for agency in agencies]) for one in episodes]
