"""A guard for every test: what a facilitator, co-facilitator or scribe changes leaves a line in the log. (trust.md, 4)

It looks at every commit of every request, so an address whose act writes no line fails the first test that uses it,
unless it is listed here with the reason.
"""

from flask import has_request_context, request
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.sql.dml import UpdateBase

from facilitator.access.acting import acting
from facilitator.access.models import LogLine
from facilitator.db import db
from facilitator.keeping.models import Purged
from tests.access.doors import PHONE

LEAD = {"facilitator", "co-facilitator", "scribe"}
RECORDS = {LogLine, Purged}

SEEN_ONLY = "it changes what is on the wall, and nothing of the record"
NOT_LOGGED = {
    "workshops.set_clock": SEEN_ONLY,
    "workshops.turn_page": SEEN_ONLY,
    "workshops.turn_code": SEEN_ONLY,
    "factors.turn_to_layers": SEEN_ONLY,
    "narrative.show_stretch": SEEN_ONLY,
    "narrative.show_episode": SEEN_ONLY,
    "narrative.show_whole_case": SEEN_ONLY,
    "narrative.show_glance": SEEN_ONLY,
    "workshops.write_note": "a private note, which no record holds",
    "perspectives.star": "a private mark, which no record holds",
} | dict.fromkeys(PHONE.split(), "what is typed for a seat is the participant's; a line would say who typed, and when")


class OffTheRecord(AssertionError):
    """Somebody who leads changed something, and the log does not know."""


def written(session):
    """The kinds of things written since the last commit or rollback."""
    return session.info.setdefault("written", set())


@event.listens_for(db.session, "after_flush")
def note(session, _context):
    changed = [one for one in session.dirty if session.is_modified(one)]
    written(session).update(type(one) for one in [*session.new, *session.deleted, *changed])


@event.listens_for(db.session, "do_orm_execute")
def note_in_bulk(state):
    if state.is_update or state.is_delete:
        written(state.session).update(mapper.class_ for mapper in state.all_mappers)


@event.listens_for(Engine, "after_execute")
def note_a_row(_connection, statement, *_more):
    """What db.write and db.change write goes past the session."""
    kinds = {mapper.local_table: mapper.class_ for mapper in db.Model.registry.mappers}
    if isinstance(statement, UpdateBase) and statement.table in kinds:
        written(db.session).add(kinds[statement.table])


@event.listens_for(db.session, "after_commit")
@event.listens_for(db.session, "after_rollback")
def forget(session):
    written(session).clear()


@event.listens_for(db.session, "before_commit")
def must_be_on_record(session):
    """Raises OffTheRecord when somebody who leads is about to change something, and no line is among it."""
    session.flush()
    kinds = written(session)
    if has_request_context() and acting() and kinds and not kinds & RECORDS and acting().role in LEAD:
        names = ", ".join(sorted(kind.__name__ for kind in kinds))
        if request.endpoint not in NOT_LOGGED:
            raise OffTheRecord(f"{request.endpoint} changed {names}, and the log has no line of it.")
