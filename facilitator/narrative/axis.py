"""The time axis of the lanes: one column for each day that something happened on, in order.

Not a ruler: a case is quiet for months and then eight things happen in one afternoon, and both must be readable from
the back of the room. How much time lies between two columns is said by their dates.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import ceil

from facilitator.narrative.dates import label, read_parts


@dataclass(frozen=True, order=True)
class Slot:
    """A column. day: where it stands among the others. name: what is above it. part: of a day that needs several."""

    day: date
    name: str
    part: int = 0


@dataclass(frozen=True)
class Stretch:
    """An entry and the columns it may cover, first to last. home: the one without which it is not drawn."""

    entry: object
    first: int
    last: int
    home: int


def slots_for(entries, stacked):
    """The columns that these entries need. stacked: how many of one lane and day may stand above one another.

    A day gets as many as its busiest lane needs. A fuzzy date gets one of its own if none of those lies within it.
    """
    exact = Counter((entry.earliest, entry.agency_id) for entry in entries if not entry.is_fuzzy)
    most = {}
    for (day, _), count in exact.items():
        most[day] = max(most.get(day, 0), count)
    days = {Slot(day, label(day), part) for day, count in most.items() for part in range(ceil(count / stacked))}
    own = {own_slot(entry) for entry in entries if entry.is_fuzzy and not any(within(entry, day) for day in most)}
    return sorted(days | own)


def own_slot(entry):
    first, last = days_named(entry.when)
    return Slot(first + (last - first) / 2, label(entry.when))


def within(entry, day):
    first, last = days_named(entry.when)
    return first <= day <= last


@lru_cache(maxsize=4096)
def days_named(when):
    """The first and last day a date names, without those added because it is only about then."""
    parts = read_parts(when)
    return parts[0].start, parts[-1].end


def place(entries, slots, stacked):
    """Each entry as a Stretch: an exact one in a column of its day, a fuzzy one over all columns it may lie in."""
    first_of = {slot.day: index for index, slot in reversed(list(enumerate(slots)))}
    turns = Counter()
    stretches = []
    for entry in entries:
        if entry.is_fuzzy:
            stretches.append(spread(entry, slots))
        else:
            index = first_of[entry.earliest] + turns[entry.earliest, entry.agency_id] // stacked
            turns[entry.earliest, entry.agency_id] += 1
            stretches.append(Stretch(entry, index, index, index))
    return stretches


def spread(entry, slots):
    """A fuzzy entry over its columns. At home it is in the first that its date really names."""
    covered = [index for index, slot in enumerate(slots) if entry.earliest <= slot.day <= entry.latest]
    home = next(index for index in covered if within(entry, slots[index].day))
    return Stretch(entry, covered[0], covered[-1], home)


def rows(stretches):
    """One lane's stretches in rows in which none overlap: exact ones on top, fuzzy ones below."""
    packed = []
    for stretch in sorted(stretches, key=lambda one: (one.entry.is_fuzzy, one.first, one.entry.number)):
        row = next((row for row in packed if all(apart(stretch, other) for other in row)), None)
        if row is None:
            packed.append(row := [])
        row.append(stretch)
    return packed


def apart(one, other):
    return one.last < other.first or other.last < one.first
