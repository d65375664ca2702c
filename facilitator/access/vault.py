"""The passphrase and the file it opens. The key is worked out anew at each start and is never on disk."""

import hashlib
import hmac
import json
import secrets
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from argon2.low_level import Type, hash_secret_raw

from facilitator.access import data_folder
from facilitator.access.data_folder import DATABASE, NOTE, size_of
from facilitator.access.safety import make_safe
from facilitator.refusal import NotYet, Refused

SHORTEST_PASSPHRASE = 12
COST = {"time_cost": 3, "memory_cost": 64 * 1024, "parallelism": 2}


class Vault:
    """A data folder and, once it is open, its key.

    folder: where `reviews.db` and `vault.json` (its name, salt and cost of the key, no secret) lie.
    cost: how hard the key is to work out (Argon2id); tests take a low one.
    """

    def __init__(self, folder, cost=COST):
        self.folder = folder
        self.cost = cost
        self._key = None
        # What else is read with the passphrase while it is at hand: functions of it, called once the file is open.
        self.after_opening = []

    @property
    def database(self):
        return self.folder / DATABASE

    @property
    def is_new(self):
        return data_folder.is_empty(self.folder)

    @property
    def is_open(self):
        return self._key is not None

    @property
    def _note(self):
        return self.folder / NOTE

    def create(self, passphrase):
        """Choose the passphrase of a new data folder and open it. Refused when shorter than 12 signs, or not new."""
        data_folder.check_empty(self.folder)
        if len(passphrase) < SHORTEST_PASSPHRASE:
            told = f"Please choose at least {SHORTEST_PASSPHRASE} characters. Four or five plain words work well."
            raise Refused(told)
        data_folder.prepare(self.folder)
        note = {"version": 1, "folder": secrets.token_hex(8), "salt": secrets.token_hex(16), **self.cost}
        self._key = derive(passphrase, note)
        try:
            self._make_file(note)
        except BaseException:
            self._key = None
            raise
        self._tell(passphrase)

    def _make_file(self, note):
        """An empty file, and its note last: a first start that breaks off before can be made again."""
        self.database.unlink(missing_ok=True)
        connection = self.unlocked(self.database, "rwc")
        make_safe(connection)
        connection.close()
        data_folder.write_note(self.folder, note)

    def open(self, passphrase):
        """Open an existing data folder. Refused when the passphrase is not its own, or one of its files is missing."""
        data_folder.check_whole(self.folder)
        self._open(passphrase, self.connect)

    def open_to_read(self, passphrase):
        """The same for a copy, which stays as it is, byte for byte."""
        self._open(passphrase, lambda: self.connect_to_copy(self.database))

    def _open(self, passphrase, connect):
        key = derive(passphrase, json.loads(self._note.read_text()))
        self._key, before = key, self._key
        try:
            connect().close()
        except sqlcipher.DatabaseError:
            self._key = before
            raise Refused("That passphrase does not open this data folder. Check capitals and spaces, and try again.")
        self._tell(passphrase)

    def _tell(self, passphrase):
        for act in self.after_opening:
            act(passphrase)

    def second_key(self, passphrase, purpose):
        """Another key of 32 bytes that follows from the passphrase: a derivation of its own, for files kept apart.

        Whoever holds the key of the main file cannot work it out without the passphrase.
        """
        note = json.loads(self._note.read_text())
        salt = hashlib.sha256(f"{purpose} {note['salt']}".encode()).hexdigest()[:32]
        return derive(passphrase, note | {"salt": salt})

    def recognises(self, passphrase):
        """Whether this is the passphrase of the open folder; asked again before sensitive acts."""
        self.connect().close()
        return hmac.compare_digest(derive(passphrase, json.loads(self._note.read_text())), self._key)

    def secret_for(self, purpose):
        """A secret that follows from the key: the same after a restart, and nowhere on disk."""
        if not self.is_open:
            raise NotYet("The facilitator has not unlocked the program yet. Please wait a moment.")
        return hmac.new(self._key, purpose.encode(), hashlib.sha256).digest()

    def connect(self):
        """A new connection to the encrypted file, with every safety setting on. SQLite's error when it is not there."""
        if not self.is_open:
            raise NotYet("The facilitator has not unlocked the program yet. Please wait a moment.")
        if not size_of(self.database):
            # SQLite would take an empty file for a new one, which any key opens.
            raise sqlcipher.OperationalError("unable to open database file")
        connection = self.unlocked(self.database)
        make_safe(connection)
        return connection

    def connect_to_copy(self, database):
        """A connection that can only read, to a copy of the file. It leaves the copy as it is, byte for byte."""
        return self.unlocked(database, "ro&immutable=1")

    def unlocked(self, database, mode="rw"):
        """A connection to a file under this key. Only with the mode "rwc" is one made that was not there."""
        name = f"{Path(database).absolute().as_uri()}?mode={mode}"
        connection = sqlcipher.connect(name, uri=True, check_same_thread=False, timeout=10)
        # SQLCipher would print lines of its own about every passphrase that does not fit.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master")
        except sqlcipher.DatabaseError:
            connection.close()
            raise
        return connection


def derive(passphrase, note):
    """The key of 32 bytes that follows from a passphrase and the folder's note (Argon2id)."""
    return hash_secret_raw(
        passphrase.encode(),
        bytes.fromhex(note["salt"]),
        time_cost=note["time_cost"],
        memory_cost=note["memory_cost"],
        parallelism=note["parallelism"],
        hash_len=32,
        type=Type.ID,
    )
