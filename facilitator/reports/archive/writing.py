"""Writing a review as one archive: everything that was said and decided in it, as JSON that a person can read."""

import json
from collections import defaultdict

from sqlalchemy import select

from facilitator.db import db
from facilitator.perspectives.models import Statement
from facilitator.reports.archive.part import target_of
from facilitator.reports.archive.shape import ARRAYS, FORMAT, REVIEW, VERSION, all_parts
from facilitator.reports.archive.values import as_json


def write_archive(review):
    """The whole review as a mapping for JSON, in an order that depends on nothing but the review.

    Importing it into an empty data folder and writing it again gives the same. Words that their author withdrew are
    not in it. (trust.md, 2)
    """
    db.session.flush()
    shelves = Shelves(review)
    archive = {"format": FORMAT, "version": VERSION, "review": shelves.written(REVIEW)[0]}
    return archive | {part.name: shelves.written(part) for part in ARRAYS}


def log_of(review):
    """The log alone, as it stands in the archive, with what is needed to know whose it is."""
    return {"review": {"key": review.key, "title": review.title}, "log": write_archive(review)["log"]}


def as_text(archive):
    """An archive as the text of its file."""
    return json.dumps(archive, ensure_ascii=False, indent=1) + "\n"


class Shelves:
    """Every row of a review, by what it is and what it belongs to."""

    def __init__(self, review):
        self.review = review
        self.rows = {part: db.session.execute(self._query(part)).mappings().all() for part in all_parts()}
        self.keys = {
            part.table: {row["id"]: row["key"] for row in rows}
            for part, rows in self.rows.items()
            if "key" in part.fields
        }
        self.owned = {part: self._by_owner(part) for part in all_parts() if part.owner}
        self.withdrawn = {row["id"] for row in self._rows_of(Statement.__table__) if row["withdrawn_at"]}

    def _query(self, part):
        return select(part.table).where(self._belongs(part)).order_by(*part.order)

    def _belongs(self, part):
        if part is REVIEW:
            return part.table.c.id == self.review.id
        owner = self._part_of(target_of(part.table.c[part.owner]))
        return part.table.c[part.owner].in_(select(owner.table.c.id).where(self._belongs(owner)))

    def _part_of(self, table):
        return next(part for part in all_parts() if part.table is table)

    def _rows_of(self, table):
        return self.rows[self._part_of(table)]

    def _by_owner(self, part):
        owned = defaultdict(list)
        for row in self.rows[part]:
            owned[row[part.owner]].append(row)
        return owned

    def written(self, part, owner=None):
        """The things of one kind, all of them or those that belong to one owner, as they stand in the archive."""
        rows = self.rows[part] if owner is None else self.owned[part][owner]
        things = [self._thing(part, row) for row in rows]
        if part.bare:
            things = [thing[part.fields[0]] for thing in things]
        if "id" not in part.table.c:
            things.sort(key=list(self.keys[target_of(part.column(part.fields[0]))].values()).index)
        if part.one and owner is not None:
            return things[0] if things else None
        return things

    def _thing(self, part, row):
        thing = {name: self._value(part, row, name) for name in part.fields}
        return thing | {inner.name: self.written(inner, row["id"]) for inner in part.inside}

    def _value(self, part, row, name):
        column = part.column(name)
        table = target_of(column)
        if table is not None:
            return self.keys[table].get(row[column.name])
        if name == "text" and self._is_withdrawn(row):
            return ""
        return as_json(row[column.name])

    def _is_withdrawn(self, row):
        """Whether these words, or the statement they were copied from, were taken back by their author."""
        return row.get("withdrawn_at") or row.get("statement_id") in self.withdrawn
