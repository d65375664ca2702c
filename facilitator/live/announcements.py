"""Announcements: made in actions, sent after the commit, forgotten on rollback.

A nudge carries a name and the workshop's version, not data: each screen fetches again what it shows, with its own
rights. Only what is the same for every phone travels with it, rendered once. (docs/architecture.md)
"""

from functools import cache

from sqlalchemy import bindparam, event, inspect, update
from sqlalchemy.orm.attributes import set_committed_value

from facilitator.db import db
from facilitator.live import counting, presence
from facilitator.live.broadcast import broadcast

# Every name that may be announced. Screens listen for these and no others; a test holds both against each other.
NAMES = {
    "stage-changed": "the group moved to another step, or a reveal, clock or wall setting changed",
    "room-changed": "somebody joined, left, is ready or is done",
    "narrative-changed": "an entry was added, corrected or disputed",
    "episodes-changed": "a turning point was proposed, supported or chosen",
    "statements-changed": "a statement was given, withdrawn, set aside, starred or let in",
    "acts-changed": "one of the last acts is new and did not move the group (consoles only)",
    "factors-changed": "an influence was given",
    "spread-changed": "an appraisal or an answer to “is this usual” was given",
    "patterns-changed": "a pattern was put together, changed or taken",
    "findings-changed": "a finding was drafted, edited or tested",
    "questions-changed": "a question for the board was suggested",
    "seat-changed": "a second device asks to join a seat, or was answered (the devices at that seat only)",
    "storage-changed": "a copy was made or failed, or the disk takes words no more or again (consoles only)",
    "presence-changed": "a phone came, went, or somebody began or stopped typing (consoles only)",
}

# What phones listen for. They are many: each name here is a message to every phone in the room.
FOR_PHONES = {"stage-changed"}

SPREAD = 20  # milliseconds a phone

# What travels with a nudge to every phone: a name and the function that renders it for a workshop.
pushed = {}


def announce(workshop, name):
    """Tell every screen in the workshop that something named changed, once the change is on disk."""
    if name not in NAMES:
        raise ValueError(f"{name} is announced but not listed in live/announcements.py")
    waiting = db.session.info.setdefault("announcements", {})
    waiting.setdefault(workshop, set()).add(name)


def push_with(name, render):
    """From now on render(workshop) travels with every nudge of that name to the phones."""
    pushed[name] = render


def listen():
    """Tie announcements to the session's life. Doing it twice does nothing."""
    for moment, act in (("before_commit", count_up), ("after_commit", send), ("after_rollback", forget)):
        if not event.contains(db.session, moment, act):
            event.listen(db.session, moment, act)


def count_up(session):
    """In the same transaction: the workshop's version goes up by one, and what is pushed is rendered."""
    waiting = session.info.get("announcements")
    if not waiting:
        return
    session.flush()  # a new workshop has its number then, and what is pushed is drawn from what is written
    for workshop in waiting:
        raise_version(session, workshop)
    session.info["rendered"] = {
        (workshop, name): pushed[name](workshop)
        for workshop, names in waiting.items()
        for name in names & pushed.keys()
    }


def raise_version(session, workshop):
    """In the file itself: to have the session find out what of a workshop changed takes longer than to write it."""
    raised = session.connection().scalar(one_more(workshop.__table__), {"workshop": workshop.id})
    set_committed_value(workshop, "version", raised)


@cache
def one_more(workshops):
    """The query that raises the version of one of them and gives it back, put together once: every act asks it."""
    version = workshops.c.version
    raised = update(workshops).where(workshops.c.id == bindparam("workshop")).values(version=version + 1)
    return raised.returning(version)


def send(session):
    # after_commit also fires when a savepoint is released; nothing is on disk then.
    if session.in_nested_transaction():
        return
    rendered = session.info.pop("rendered", {})
    for workshop, names in session.info.pop("announcements", {}).items():
        number, version = inspect(workshop).identity[0], workshop.version
        for name in sorted(names):
            nudge = {"name": name, "version": version}
            if html := rendered.get((workshop, name)):
                # Each phone fetches its own part of the stage a little later: the more phones, the wider they spread.
                nudge |= {"html": html, "spread": SPREAD * len(presence.connected(number))}
            broadcast("changed", nudge, number, leaders_only=name not in FOR_PHONES)
        counting.count_soon(number)


def forget(session):
    session.info.pop("announcements", None)
    session.info.pop("rendered", None)
