"""The times a long case falls into: days, months, years or decades, as many as fit beside one another on the wall."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from facilitator.narrative.axis import days_named
from facilitator.narrative.dates import MONTHS, label, read_when

DECADE = len("201")
# How much of an ISO date names one, and how many of them fit beside one another.
LENGTHS = ((len("2019-03-11"), 31), (len("2019-03"), 24), (len("2019"), 20), (DECADE, 20))


@dataclass(frozen=True)
class Unit:
    """edtf: a day, month, year or decade. entries: those in it; a rough date goes by the middle of what it names."""

    edtf: str
    entries: list

    @cached_property
    def when(self):
        return read_when(self.edtf)

    @property
    def label(self):
        """In whole words: “11 March 2019”, “March 2019”, “2019”, “2010 to 2019”."""
        return label(self.edtf)

    @property
    def short(self):
        """What stands above its column: “11”, “Mar”, “2019”, “2010s”."""
        year, *rest = self.edtf.split("-")
        if not rest:
            return year if "/" not in year else f"{year[:4]}s"
        return MONTHS[int(rest[0]) - 1][:3] if len(rest) == 1 else str(int(rest[1]))

    @property
    def within(self):
        """The larger time it is part of, in ever fewer words: “March 2019” for a day, “2019” for a month."""
        year, *rest = self.edtf.split("-")
        if len(rest) < 2:
            return (year if rest else "",)
        month = MONTHS[int(rest[0]) - 1]
        return f"{month} {year}", f"{month[:3]} {year}", month[:3]

    def follows(self, other):
        """Whether no day lies between the other, which is earlier, and this one."""
        return self.when.earliest - other.when.latest == timedelta(days=1)


def units_of(entries):
    """Every Unit that has an entry, in order: the shortest of which all fit on the wall."""
    for length, most in LENGTHS:
        found = defaultdict(list)
        for entry in entries:
            found[middle(entry).isoformat()[:length]].append(entry)
        if len(found) <= most:
            break
    return [Unit(f"{name}0/{name}9" if length == DECADE else name, found[name]) for name in sorted(found)]


def middle(entry):
    first, last = days_named(entry.when)
    return first + (last - first) / 2


def columns_over(earliest, latest, units):
    """The numbers of the units that a stretch of days touches."""
    return [at for at, unit in enumerate(units) if unit.when.earliest <= latest and unit.when.latest >= earliest]
