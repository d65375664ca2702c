"""Words that were withdrawn, and reviews that were deleted, leave no bytes: the file's write-ahead log is emptied.

Their rows were written over when they went (secure_delete), and the copies are renewed by copies.wishes.
"""

from contextlib import closing

import gevent
from gevent.event import Event
from sqlalchemy import event, select

from facilitator.copies.disk import trouble_in
from facilitator.db import db
from facilitator.keeping.actions import purge
from facilitator.keeping.dates import is_due
from facilitator.perspectives.models import Slip, Statement
from facilitator.reviews.models import Review

EVERY = 20  # seconds; words are gone from the file at most a minute after their writer took them back
EACH_HOUR = 3600 // EVERY
LEFT = "What was taken back, or is due to be deleted, is not out of the file yet. {} It is tried again by itself."


class Tidying:
    """Looks every few seconds whether something was taken away, and once an hour whether a review is due."""

    def __init__(self, app):
        self.app, self.taken_away, self.rounds = app, Event(), 0
        listen(self.note)

    def note(self, *_):
        self.taken_away.set()

    def start(self):
        # If the program was killed just after words were taken back, they still lie in the log.
        self.taken_away.set()
        gevent.spawn(self.run)

    def run(self):
        while True:
            if self.app.extensions["vault"].is_open:
                self.look()
            gevent.sleep(EVERY)

    def look(self):
        """One round. Whatever fails in it is told and tried again in the next: nothing that is due is forgotten."""
        faults = [fault for act in (self.once_an_hour, self.empty_if_need_be) if (fault := fault_in(act))]
        self.app.extensions["disk"].say_left(left_by(faults[0]) if faults else None)

    def once_an_hour(self):
        if self.rounds % EACH_HOUR == 0:
            self.delete_what_is_due()
        self.rounds += 1

    def empty_if_need_be(self):
        """What is taken away meanwhile is a wish of its own, for the next round; what fails stays wished for."""
        if not self.taken_away.is_set():
            return
        self.taken_away.clear()
        gone = False
        try:
            gone = self.tidy()
        finally:
            if not gone:
                self.taken_away.set()

    def delete_what_is_due(self):
        """Delete every review whose day has come and that nobody holds. Returns how many."""
        with self.app.app_context():
            due = [review.id for review in db.session.scalars(select(Review)) if is_due(review)]
            for number in due:
                purge(db.session.get(Review, number), "on its date", "the program")
                db.session.commit()
                self.taken_away.set()
            return len(due)

    def tidy(self):
        """Empty the write-ahead log. Returns whether it went; while somebody reads it does not. Or SQLite's error."""
        went, fault = gevent.get_hub().threadpool.apply(try_to_empty, (self.app.extensions["vault"],))
        if fault:
            raise fault
        return went


def left_by(fault):
    return LEFT.format(trouble_in(fault) or f"The program reports {type(fault).__name__}.")


def fault_in(act):
    """Do it. Returns None, or what went wrong."""
    try:
        act()
    except Exception as error:
        return error
    return None


def listen(note):
    """Call note whenever words are withdrawn, or those without an author leave their box or are changed in it."""
    event.listen(Statement.withdrawn_at, "set", note)
    event.listen(Slip, "after_update", note)
    event.listen(Slip, "after_delete", note)


def try_to_empty(vault):
    """Whether the log went, and what was wrong; raised in its thread that would be printed as a crash."""
    try:
        return empty_log_of(vault), None
    except Exception as error:
        return False, error


def empty_log_of(vault):
    """Write everything into the file itself and cut the write-ahead log to nothing. False while somebody reads.

    It does not wait for who reads, a copy that is being made: nobody could save a word until that was through.
    """
    with closing(vault.connect()) as connection:
        connection.execute("PRAGMA busy_timeout = 0")
        return connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
