"""The closed names of all reviews: their sieves in memory, and for a few minutes the key of whoever asked for it."""

import time

from facilitator.hints.shapes import lists
from facilitator.hints.sieve import Sieve
from facilitator.names.closed_file import CannotBeOpened, ClosedFile
from facilitator.refusal import Refused

OPEN_FOR = 5 * 60  # seconds after the passphrase was given, then it is asked for again
NOT_READ = (
    "The real names of this review could not be read, so nothing can be checked against them. Stop the program and "
    "start it with the passphrase; if that does not help, bring the folder “names” back from a copy."
)


class ClosedNames:
    """What is known of real names while the program runs.

    sieves: key of a review → Sieve, made when the passphrase was typed. They find names and show none.
    unread: keys of reviews whose file could not be opened.
    clock: seconds that only grow; tests set their own.
    """

    def __init__(self, app, clock=time.monotonic):
        self.app, self.clock = app, clock
        self.sieves, self.unread, self._keys = {}, set(), {}

    @property
    def folder(self):
        return self.app.extensions["vault"].folder / "names"

    def make_sieves(self, passphrase):
        """Read every file once, while the passphrase is at hand, and forget its key again."""
        files = sorted(self.folder.glob("*.db"))
        if not files:
            return
        key = self.key_from(passphrase)
        for path in files:
            try:
                self.sieves[path.stem] = self.sieve_of(ClosedFile(self.folder, path.stem).read(key))
            except CannotBeOpened:
                self.unread.add(path.stem)

    def key_from(self, passphrase):
        return self.app.extensions["vault"].second_key(passphrase, "names")

    def sieve_of(self, things):
        with self.app.app_context():
            return Sieve(things, lists().ordinary)

    def sieve_for(self, review):
        """The sieve of a review; an empty one while nothing is kept out. Refused when its file could not be read."""
        there = ClosedFile(self.folder, review.key).is_there
        if review.key in self.unread or (there and review.key not in self.sieves):
            raise Refused(NOT_READ)
        return self.sieves.get(review.key) or NOTHING

    def open_for(self, pass_id, passphrase):
        """Keep the key for this pass and a few minutes."""
        self._keys[pass_id] = (self.clock() + OPEN_FOR, self.key_from(passphrase))

    def close_for(self, pass_id):
        self._keys.pop(pass_id, None)

    def key_of(self, pass_id):
        """The key, when this pass asked for it a few minutes ago; else None. What has run out is forgotten for all."""
        self._keys = {one: kept for one, kept in self._keys.items() if kept[0] > self.clock()}
        return self._keys.get(pass_id, (0, None))[1]

    def read(self, review, key):
        """Everything kept out of a review, and its sieve made anew."""
        try:
            things = ClosedFile(self.folder, review.key).read(key)
        except CannotBeOpened:
            raise Refused(NOT_READ)
        self.sieves[review.key] = self.sieve_of(things)
        self.unread.discard(review.key)
        return things

    def rekey_all(self, old_passphrase, new_key):
        """Put every file under the key of a new passphrase. The old one must still be the folder's."""
        old = self.key_from(old_passphrase)
        for path in self.folder.glob("*.db"):
            ClosedFile(self.folder, path.stem).rekey(old, new_key)


NOTHING = Sieve()
