"""Words that were withdrawn, and reviews that were deleted, leave no bytes: the file's write-ahead log is emptied.

Their rows were written over when they went (secure_delete), and the copies are renewed by copies.wishes.
"""

from contextlib import closing

import gevent
from gevent.event import Event
from sqlalchemy import event, select

from facilitator.db import db
from facilitator.keeping.actions import purge
from facilitator.keeping.dates import is_due
from facilitator.perspectives.models import Slip, Statement
from facilitator.reviews.models import Review

EVERY = 20  # seconds; words are gone from the file at most a minute after their writer took them back
EACH_HOUR = 3600 // EVERY


class Tidying:
    """Looks every few seconds whether something was taken away, and once an hour whether a review is due."""

    def __init__(self, app):
        self.app, self.taken_away, self.rounds = app, Event(), 0
        listen(self.note)

    def note(self, *_):
        self.taken_away.set()

    def start(self):
        gevent.spawn(self.run)

    def run(self):
        while True:
            if self.app.extensions["vault"].is_open:
                self.look()
            gevent.sleep(EVERY)

    def look(self):
        """One round."""
        if self.rounds % EACH_HOUR == 0 and self.delete_what_is_due():
            self.taken_away.set()
        self.rounds += 1
        if self.taken_away.is_set():
            self.taken_away.clear()
            if not self.tidy():
                self.taken_away.set()

    def delete_what_is_due(self):
        """Delete every review whose day has come and that nobody holds. Returns how many."""
        with self.app.app_context():
            due = [review.id for review in db.session.scalars(select(Review)) if is_due(review)]
            for number in due:
                purge(db.session.get(Review, number), "on its date", "the program")
                db.session.commit()
            return len(due)

    def tidy(self):
        """Empty the write-ahead log. Returns whether it went; while somebody reads it does not."""
        return gevent.get_hub().threadpool.apply(empty_log_of, (self.app.extensions["vault"],))


def listen(note):
    """Call note whenever words are withdrawn, or those without an author leave their box or are changed in it."""
    event.listen(Statement.withdrawn_at, "set", note)
    event.listen(Slip, "after_update", note)
    event.listen(Slip, "after_delete", note)


def empty_log_of(vault):
    """Write everything into the file itself and cut the write-ahead log to nothing. False while somebody reads."""
    with closing(vault.connect()) as connection:
        return connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
