"""The copies that lie in one place, newest first. Two laptops may share a stick: neither touches the other's."""

import re
import shutil
from datetime import UTC, datetime, timedelta

from facilitator.access.data_folder import name_of

KEPT = 10
NAME = re.compile(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z")


def copies_in(place):
    """The folders of the copies in this place, newest first. None while the place is not there."""
    if not place.is_dir():
        return []
    return sorted((path for path in place.iterdir() if NAME.fullmatch(path.name)), reverse=True)


def copies_beside(copy):
    """Those in the same place that are of the same data folder, this one included, newest first.

    All of them when its own note cannot be read.
    """
    try:
        mine = name_of(copy)
    except (OSError, ValueError):
        return copies_in(copy.parent)
    return [one for one in copies_in(copy.parent) if is_named(one, mine)]


def is_named(copy, name):
    """Whether a copy is of the data folder of this name. One whose note cannot be read is of no use to anybody."""
    try:
        return name_of(copy) == name
    except (OSError, ValueError):
        return True


def made_at(copy):
    """When a copy was made, by its name."""
    return datetime.strptime(copy.name, "%Y-%m-%dT%H-%M-%S.%fZ").replace(tzinfo=UTC)


def next_name(place, now):
    """The name of a copy made now: later than every name there, also after the laptop's clock has been put back."""
    newest = next(iter(copies_in(place)), None)
    if newest and name_at(now) <= newest.name:
        return name_at(made_at(newest) + timedelta(milliseconds=1))
    return name_at(now)


def name_at(moment):
    return moment.strftime("%Y-%m-%dT%H-%M-%S.") + f"{moment.microsecond // 1000:03}Z"


def part_of(place, made, folder):
    """Where a copy of a data folder lies until it is whole. made: the name it is to have."""
    name = name_of(folder)
    return place / (f".{made}-{name}.part" if name else f".{made}.part")


def parts_left(place, name):
    """What interrupted copies of this data folder left behind, and those that do not say whose they are."""
    return [part for part in place.glob(".*.part") if part.name.endswith(("Z.part", f"-{name}.part"))]


def clear(made, kept=KEPT):
    """Take away old copies and what an interrupted one left behind. The one just made stays, whatever its name.

    kept: how many stay, that one included; the others are the newest.
    """
    others = [copy for copy in copies_beside(made) if copy != made]
    for old in others[kept - 1 :]:
        shutil.rmtree(old, ignore_errors=True)
    for left in parts_left(made.parent, name_of(made)):
        shutil.rmtree(left, ignore_errors=True)
