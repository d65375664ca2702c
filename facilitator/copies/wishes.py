"""A copy is wished for in an action and made after its commit; a rollback forgets the wish."""

from flask import current_app
from sqlalchemy import event

from facilitator.db import db

WISH, RENEWAL = "a copy is wished for", "fresh copies only are wished for"


def copy_after_this():
    """Make a copy as soon as what is being written is on disk."""
    db.session.info[WISH] = True


def renew_copies_after_this():
    """The same, and keep no copy from before it: words were taken back, or who gave them could be told by comparing."""
    db.session.info[WISH] = db.session.info[RENEWAL] = True


def listen(session):
    """Tie the wishes to the session's life. Doing it twice does nothing."""
    for moment, act in (("after_commit", fulfil), ("after_rollback", forget)):
        if not event.contains(session, moment, act):
            event.listen(session, moment, act)


def fulfil(session):
    if not session.in_nested_transaction() and session.info.pop(WISH, False):
        current_app.extensions["copies"].ask(renewal=session.info.pop(RENEWAL, False))


def forget(session):
    session.info.pop(WISH, None)
    session.info.pop(RENEWAL, None)
