"""How a value of the database stands in JSON, and how a value of JSON is read back, by the type of its column."""

from datetime import UTC, date, datetime

from sqlalchemy import Boolean, Date, Integer, String

from facilitator.db import Moment

LARGEST = 2**53  # beyond this, readers of JSON begin to round


class Wrong(Exception):
    """Something in an archive is not as it must be. place: where, such as `statements[12].position`."""

    def __init__(self, place, sentence):
        super().__init__(f"{place}: {sentence}")


def as_json(value):
    """A value as JSON can hold it: moments and days as ISO 8601, the rest as it is."""
    return value.isoformat() if isinstance(value, date) else value


def from_json(column, value, place, choices=None):
    """A value of JSON as the column takes it. Refused when it is of another kind or not among the choices."""
    if value is None:
        if not column.nullable:
            raise Wrong(place, "this must not be empty.")
        return None
    read = next(read for kind, read in READERS if isinstance(column.type, kind))
    taken = read(column, value, place)
    if choices is not None and taken not in choices:
        raise Wrong(place, f"“{value}” is not one of: {', '.join(str(choice) for choice in choices)}.")
    return taken


def read_boolean(column, value, place):
    if not isinstance(value, bool):
        raise Wrong(place, "this must be true or false.")
    return value


def read_number(column, value, place):
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > LARGEST:
        raise Wrong(place, "this must be a whole number.")
    return value


def read_text(column, value, place):
    if not isinstance(value, str):
        raise Wrong(place, "this must be text.")
    if column.type.length and len(value) > column.type.length:
        raise Wrong(place, f"this is {len(value)} characters long; at most {column.type.length} fit.")
    if not value.isascii() and any("\ud800" <= sign <= "\udfff" for sign in value):
        raise Wrong(place, "this holds half a sign, which no file can keep.")
    return value


def read_day(column, value, place):
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        day = None
    if day is None or day.isoformat() != value:
        raise Wrong(place, "this must be a day such as 2019-03-11.")
    return day


def read_moment(column, value, place):
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        moment = None
    # Only one way of writing a moment, so that exporting again gives the same archive.
    if moment is None or moment.tzinfo is None or moment.astimezone(UTC).isoformat() != value:
        raise Wrong(place, "this must be a moment such as 2026-03-11T09:30:00+00:00.")
    return moment


READERS = (
    (Boolean, read_boolean),
    (Moment, read_moment),
    (Date, read_day),
    (Integer, read_number),
    (String, read_text),
)
