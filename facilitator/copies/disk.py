"""When the disk is full, read-only or broken: nobody is told "saved", and the facilitator hears of it in words."""

import shutil
from contextlib import closing

import gevent
import sqlcipher3.dbapi2 as sqlcipher
from flask import current_app
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError

from facilitator.copies import telling
from facilitator.db import db
from facilitator.refusal import Refused
from facilitator.refusals import answer, confess

CANNOT_SAVE = (
    "The facilitator's laptop cannot save anything at the moment. This is not saved yet. A phone keeps your words "
    "and sends them again by itself; on any other page please try again in a moment."
)
# What SQLite says, and what a facilitator can do.
TROUBLES = {
    "disk is full": "The disk of this laptop is full. Make room on it: empty the bin, or move large files away.",
    "readonly": "This laptop's disk has become read-only. Save nothing else on it, and see whether it is sound.",
    "disk I/O": "This laptop's disk reports errors. Go on with paper, and restore the last copy on another laptop.",
    "unable to open": "The data folder cannot be opened any more. Is it still where it was?",
    "malformed": "The file is damaged. Stop the program and restore the last copy: python3 run.py restore",
    "not a database": "The file is damaged. Stop the program and restore the last copy: python3 run.py restore",
    "locked": "Another program holds the file. Close what may be reading the data folder.",
}
OTHER = "The data folder does not take what is written. Is there room on the disk, and is it sound?"
LOOK_AGAIN = 2  # seconds
MIB = 2**20
LITTLE = 500 * MIB  # free: a long day with its copies needs a tenth of that


class Gone(Refused):
    """The file is no longer where it was opened; what is written now would be in no folder."""

    status = 507


class Disk:
    """How the disk stands, in sentences for the facilitator, else None.

    trouble: nothing can be saved now. warning: it can, but room is getting short. left: what was taken back cannot be
    emptied out of the file for now.
    """

    def __init__(self, vault):
        self.vault, self.file = vault, None
        self.trouble = self.warning = self.left = None

    def start(self):
        gevent.spawn(self.run)

    def run(self):
        while True:
            gevent.sleep(LOOK_AGAIN)
            self.look_around()

    def look_around(self):
        self.look_at_room()
        if self.trouble or self.is_away():
            self.look()

    def is_away(self):
        """Whether the open file is gone from its place. It is noticed so before anybody writes a word."""
        try:
            if self.vault.is_open:
                self.check_place()
        except Gone:
            return True
        return False

    def look_at_room(self):
        """Warn before the disk is full. The consoles hear of it once, and again when there is room."""
        before, self.warning = self.warning, little_room(self.vault.folder)
        if bool(before) != bool(self.warning):
            telling.tell_consoles()

    def look(self):
        """Try to write, in a thread of its own: whether the disk takes words again is not left to somebody's words."""
        fault = gevent.get_hub().threadpool.apply(fault_in_writing, (self.vault,))
        try:
            self.check_place()
        except Gone as gone:
            fault = gone
        self.say(fault and (trouble_in(fault) or OTHER))

    def say(self, trouble):
        before, self.trouble = self.trouble, trouble
        if trouble != before:
            telling.tell_consoles()

    def say_left(self, left):
        before, self.left = self.left, left
        if left != before:
            telling.tell_consoles()

    def check_place(self):
        """Refused when the file was moved, deleted or exchanged under the running program."""
        try:
            found = self.vault.database.stat()
        except OSError:
            raise Gone(TROUBLES["unable to open"])
        here = found.st_dev, found.st_ino
        self.file = self.file or here
        if self.file != here:
            raise Gone(TROUBLES["unable to open"])


def init_app(app):
    app.register_error_handler(DBAPIError, admit)
    app.register_error_handler(sqlcipher.Error, admit)
    app.register_error_handler(Gone, admit)
    if not event.contains(db.session, "before_commit", look_for_file):
        event.listen(db.session, "before_commit", look_for_file)


def look_for_file(_session):
    current_app.extensions["disk"].check_place()


def admit(error):
    """Nothing was kept. Who wrote keeps the words and tries again; the consoles hear why."""
    db.session.rollback()
    trouble = trouble_in(error)
    if trouble is None:
        return confess(error)
    current_app.extensions["disk"].say(trouble)
    try:
        return answer(CANNOT_SAVE, 507)
    except Exception:  # drawing the sentence reads the file too
        return CANNOT_SAVE, 507, {"Content-Type": "text/plain; charset=utf-8"}


def trouble_in(error):
    """The sentence for a fault of the disk, or None for a fault that is ours."""
    said = str(getattr(error, "orig", error))
    return next((sentence for words, sentence in TROUBLES.items() if words in said or sentence == said), None)


def little_room(folder):
    """A sentence when little is free on the disk of this folder, or None."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return None
    if free >= LITTLE:
        return None
    says = f"Only {free // MIB} MB are free on this laptop's disk."
    return f"{says} Make room soon: empty the bin, or move large files away."


def fault_in_writing(vault):
    """Write a number that is there already, as a real transaction that reaches the disk. Returns what went wrong."""
    try:
        with closing(vault.connect()) as connection:
            number = connection.execute("PRAGMA user_version").fetchone()[0]
            connection.execute(f"PRAGMA user_version = {number:d}")
    except (sqlcipher.Error, OSError, Refused) as error:
        return error
    return None
