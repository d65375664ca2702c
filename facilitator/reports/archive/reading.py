"""Bringing an archive into a data folder. The one place in reports that writes."""

import json

from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from facilitator.db import db
from facilitator.refusal import Refused
from facilitator.reports.archive.checking import checked_rows
from facilitator.reports.archive.older import in_todays_shape
from facilitator.reports.archive.shape import REVIEW, all_parts
from facilitator.reports.archive.values import Wrong
from facilitator.reviews.models import Review

NOTHING = "Nothing was imported."


def read_archive(archive):
    """Write the review of an archive into the session and return it; the caller commits.

    archive: a mapping as writing.py makes it, of this version or an older one. Workshops get a new code and join
    token. Refused, with the place, when something in it is missing, of the wrong kind, double, points to nothing, or
    is in this data folder already.
    """
    if isinstance(archive, dict) and isinstance(archive.get("review"), dict):
        refuse_second(archive["review"].get("key"))
    try:
        found = checked_rows(in_todays_shape(archive))
    except Wrong as wrong:
        raise Refused(f"{wrong} {NOTHING}")
    for part in all_parts():
        write_rows(part, found[part])
    point_forward(row for rows in found.values() for row in rows)
    return db.session.get(Review, found[REVIEW][0].id)


def parsed(text):
    """The text of an archive file as a mapping. Refused with line and column when it is not JSON."""
    try:
        return json.loads(text, object_pairs_hook=each_name_once, parse_constant=refuse_constant)
    except json.JSONDecodeError as error:
        raise Refused(f"Line {error.lineno}, column {error.colno}: this is not JSON. {NOTHING}")
    except (ValueError, RecursionError):
        raise Refused(f"This is not JSON that can be read. {NOTHING}")


def each_name_once(pairs):
    found = {}
    for name, value in pairs:
        if name in found:
            raise Refused(f"“{name[:40]}” stands twice in one object. {NOTHING}")
        found[name] = value
    return found


def refuse_constant(name):
    raise Refused(f"{name} is not a number that JSON knows. {NOTHING}")


def refuse_second(key):
    if isinstance(key, str) and db.session.query(Review.id).filter_by(key=key).first():
        raise Refused(f"review.key: this review is in the data folder already. {NOTHING}")


def write_rows(part, rows):
    try:
        for row in rows:
            made = {name: make() for name, make in part.made.items()}
            result = db.session.execute(insert(part.table).values(row.values | owned(row) | known(row) | made))
            row.id = result.inserted_primary_key[0] if "id" in part.table.c else None
    except IntegrityError as error:
        db.session.rollback()
        raise Refused(f"{row.place}: the database will not have this ({error.orig}). {NOTHING}")


def owned(row):
    """The column that says what a row lies in, unless a field of its own says it."""
    return {} if row.owner is None or row.part.owner in row.refers else {row.part.owner: row.owner.id}


def known(row):
    """The columns that point to rows already written. The others are kept in `later` for point_forward."""
    row.later = {column: target for column, target in row.refers.items() if target and target.id is None}
    return {column: target and target.id for column, target in row.refers.items()}


def point_forward(rows):
    """Fill in what pointed to a row that came later: a workshop to its episode, an episode to its statement."""
    for row in rows:
        if row.later:
            table, late = row.part.table, {column: target.id for column, target in row.later.items()}
            db.session.execute(update(table).where(table.c.id == row.id).values(late))
