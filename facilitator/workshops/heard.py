"""Who has been heard at a step, by agency, without a word of what they said. For facilitators only."""

from dataclasses import dataclass


@dataclass
class Heard:
    """One agency in the room: how many are here, have answered, are typing, said they were not involved."""

    agency: object
    present: int = 0
    answered: int = 0
    writing: int = 0
    done: int = 0

    @property
    def missing(self):
        return self.present - self.answered


def heard_by_agency(room, writing=frozenset()):
    """One row for each agency of the review, those with nobody in the room too.

    No row at a step whose words carry no position: there nobody is told who has answered, not even by agency.
    """
    if room.is_authorless:
        return []
    rows = {agency.id: Heard(agency) for agency in room.review.agencies}
    done = room.done
    answered = room.answered | done
    for one, _, agency, _ in room.here:
        row = rows[agency]
        row.present += 1
        row.answered += one in answered
        row.done += one in done
        row.writing += one in writing
    return list(rows.values())
