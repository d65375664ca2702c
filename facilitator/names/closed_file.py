"""One small encrypted file for each review, apart from the main one and under a key of its own.

The key follows from the passphrase by a second derivation and from the file's own random salt, which are its first 16
bytes. Overwriting the file therefore makes it unreadable for good, even for who knows the passphrase.
"""

import hashlib
import hmac
import os
import secrets
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlcipher

from facilitator.db import new_key
from facilitator.names.thing import Thing

SALT = 16  # bytes
SHAPE = "CREATE TABLE IF NOT EXISTS kept_out (key TEXT PRIMARY KEY, kind TEXT, text TEXT, stands_for TEXT)"
ALL = "SELECT key, kind, text, stands_for FROM kept_out ORDER BY rowid"


class CannotBeOpened(Exception):
    """The key is not the one this file was made with, or the file is broken."""


class ClosedFile:
    """The file of one review. It is open only within each of these calls."""

    def __init__(self, folder, review_key):
        self.path = folder / f"{review_key}.db"

    @property
    def is_there(self):
        return self.path.is_file()

    def read(self, key):
        """Everything in it, oldest first; an empty list when there is no file."""
        if not self.is_there:
            return []
        with self._open(key) as file:
            return [Thing(*row) for row in file.execute(ALL)]

    def add(self, key, things):
        """Write things down, each as (kind, text, stands_for). What is there already is left as it is."""
        with self._open(key) as file:
            there = {(kind, text) for _, kind, text, _ in file.execute(ALL)}
            new = [(new_key(), *thing) for thing in things if thing[:2] not in there]
            file.executemany("INSERT INTO kept_out VALUES (?, ?, ?, ?)", new)

    def remove(self, key, thing_key):
        with self._open(key) as file:
            file.execute("DELETE FROM kept_out WHERE key = ?", (thing_key,))

    def rekey(self, old, new):
        """Put the same things into a new file under another key, then let it take the place of the old one."""
        things = self.read(old)
        other = ClosedFile(self.path.parent, f"{self.path.stem}.{secrets.token_hex(4)}")
        with other._open(new) as file:
            rows = [(one.key, one.kind, one.text, one.stands_for) for one in things]
            file.executemany("INSERT INTO kept_out VALUES (?, ?, ?, ?)", rows)
        other.path.replace(self.path)

    def destroy(self):
        """Leave no byte of it: written over, flushed to the disk, then taken away. Works without any key."""
        for path in self.path.parent.glob(f"{self.path.stem}*"):
            with path.open("r+b") as file:
                file.write(secrets.token_bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()

    @contextmanager
    def _open(self, key):
        salt = self._salt()
        own = hmac.new(key, salt, hashlib.sha256).hexdigest()
        connection = sqlcipher.connect(str(self.path))
        try:
            connection.execute(f"PRAGMA key = \"x'{own}{salt.hex()}'\"")
            for setting in ("journal_mode = DELETE", "synchronous = FULL", "secure_delete = ON", "temp_store = MEMORY"):
                connection.execute(f"PRAGMA {setting}")
            connection.execute(SHAPE)
            yield connection
            connection.commit()
        except sqlcipher.DatabaseError:
            raise CannotBeOpened
        finally:
            connection.close()

    def _salt(self):
        if self.is_there and self.path.stat().st_size >= SALT:
            with self.path.open("rb") as file:
                return file.read(SALT)
        self.path.parent.mkdir(mode=0o700, exist_ok=True)
        self.path.touch(mode=0o600)
        return secrets.token_bytes(SALT)
