"""The copies that lie in one place, newest first."""

import re
import shutil
from datetime import UTC, datetime, timedelta

KEPT = 10
NAME = re.compile(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z")


def copies_in(place):
    """The folders of the copies in this place, newest first. None while the place is not there."""
    if not place.is_dir():
        return []
    return sorted((path for path in place.iterdir() if NAME.fullmatch(path.name)), reverse=True)


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


def clear(place, made, kept=KEPT):
    """Take away old copies and what an interrupted one left behind. The one just made stays, whatever its name.

    kept: how many stay, that one included; the others are the newest.
    """
    others = [copy for copy in copies_in(place) if copy != made]
    for old in others[kept - 1 :]:
        shutil.rmtree(old, ignore_errors=True)
    for left in place.glob(".*.part"):
        shutil.rmtree(left, ignore_errors=True)
