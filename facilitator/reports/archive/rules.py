"""Rules that hold between the rows of an archive: keys, references, and what may be there only once."""

from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy import UniqueConstraint, select

from facilitator.db import db
from facilitator.reports.archive.part import Part, target_of
from facilitator.reports.archive.values import Wrong


@dataclass(eq=False)
class Row:
    """A row to be. values: by column name. refers: column name → the Row it points to; later: those of them that
    are written after it. owner: the Row it lies in."""

    part: Part
    place: str
    owner: "Row | None" = None
    values: dict = field(default_factory=dict)
    refers: dict = field(default_factory=dict)
    later: dict = field(default_factory=dict)
    id: int | None = None


def index_keys(found):
    """Table → key → Row. Refused when a key comes twice or is here already."""
    by_key = defaultdict(dict)
    for part, rows in found.items():
        if "key" not in part.fields:
            continue
        here = set(db.session.scalars(select(part.table.c.key)))
        for row in rows:
            key, place = row.values["key"], place_of(row, "key")
            if not key:
                raise Wrong(place, "this must not be empty.")
            if key in by_key[part.table]:
                raise Wrong(place, "this key comes twice.")
            if key in here:
                raise Wrong(place, "this is in the data folder already.")
            by_key[part.table][key] = row
    return by_key


def resolve(row, by_key):
    """Turn the keys a row refers to into the rows they mean."""
    for name in row.part.fields:
        table = target_of(row.part.column(name))
        if table is None:
            continue
        key, column = row.values.pop(name), row.part.column(name).name
        target = by_key[table].get(key)
        if key is not None and target is None:
            raise Wrong(place_of(row, name), f"there is no {table.name} with this key.")
        if target and table is row.part.table and target.values["number"] >= row.values["number"]:
            raise Wrong(place_of(row, name), "what is replaced must have a lower number.")
        row.refers[column] = target


def place_of(row, name):
    return row.place if row.part.bare else f"{row.place}.{name}"


def check_unique(part, rows):
    """Hold the rows against every rule of the table that something may be there only once."""
    for columns in only_once(part.table):
        seen = set()
        for row in rows:
            mark = tuple(mark_of(row, column) for column in columns)
            if None in mark:
                continue
            if mark in seen:
                said = " and ".join(column.removesuffix("_id") for column in columns if column != part.owner)
                raise Wrong(row.place, f"another has the same {said or 'owner'} already.")
            seen.add(mark)


def only_once(table):
    rules = [
        [column.name for column in rule.columns] for rule in table.constraints if isinstance(rule, UniqueConstraint)
    ]
    single = [[column.name] for column in table.columns if column.unique and column.name != "key"]
    return rules + single + ([] if "id" in table.c else [[column.name for column in table.primary_key]])


def mark_of(row, column):
    if column == row.part.owner and column not in row.refers:
        return id(row.owner)
    if column in row.part.made:
        return None
    return row.refers.get(column) or row.values.get(column)


def check_count(review, found):
    """The next statement must get a number nobody has."""
    given = [row.values["number"] for part, rows in found.items() if part.name == "statements" for row in rows]
    if review.values["statements_given"] < max(given, default=0):
        raise Wrong("review.statements_given", f"this must be at least {max(given)}, the highest number given.")
