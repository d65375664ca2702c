"""The copies that lie in one place, newest first."""

import re
import shutil
from datetime import UTC, datetime

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


def clear(place, kept=KEPT):
    """Take away all but the newest copies, and what an interrupted copy left behind."""
    for old in copies_in(place)[kept:]:
        shutil.rmtree(old, ignore_errors=True)
    for left in place.glob(".*.part"):
        shutil.rmtree(left, ignore_errors=True)
