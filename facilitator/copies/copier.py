"""Makes copies while the program runs: after each stage change, and within a minute of any other change."""

import errno
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import gevent
import sqlcipher3.dbapi2 as sqlcipher
from gevent.event import Event
from gevent.lock import BoundedSemaphore

from facilitator.copies import shelf, telling
from facilitator.copies.snapshot import state_beside, take

EVERY = 50  # seconds: a copy that takes ten still leaves at most a minute of work to send again
LATE = timedelta(minutes=3)
REASONS = {
    errno.ENOSPC: "there is no room left",
    errno.EDQUOT: "there is no room left",
    errno.EROFS: "nothing can be written there",
    errno.EACCES: "nothing can be written there",
    errno.ENOENT: "it is not there",
    errno.EIO: "the disk reports errors",
}


@dataclass
class Place:
    """Where copies go.

    last: when the last good one was made. mark: what it was made of. trouble: why the next one failed.
    """

    path: Path
    last: datetime | None = None
    mark: tuple = ()
    trouble: str | None = None

    @property
    def at(self):
        """The time of the last good copy by the laptop's own clock, as HH:MM, with its day if that is not today."""
        local = self.last.astimezone()
        today = local.date() == datetime.now().astimezone().date()
        return f"{local:%H:%M}" if today else f"{local:%H:%M} on {local.day} {local:%B}"


class Copier:
    """Copies an open vault to its places, one copy at a time, without holding up anybody who writes."""

    def __init__(self, vault, places, every=EVERY):
        self.vault, self.every = vault, every
        self.places = [Place(path) for path in places]
        self.wanted, self.one_at_a_time = Event(), BoundedSemaphore()
        self.renewal = False

    def start(self):
        gevent.spawn(self.run)

    def run(self):
        while not self.vault.is_open:
            gevent.sleep(1)
        while True:
            self.try_a_round()
            self.wanted.wait(self.every)
            self.wanted.clear()

    def try_a_round(self):
        """Whatever happens in one, there is a next: one fault must not end all copying until the next start."""
        try:
            self.copy_or_renew()
        except Exception as error:
            for place in self.places:
                place.trouble = reason_of(error)
            telling.tell_consoles()

    def ask(self, renewal=False):
        """Do not wait until the minute is over. renewal: and keep no copy from before."""
        self.renewal = self.renewal or renewal
        self.wanted.set()

    def copy_or_renew(self):
        """What was asked for. A place that could not be reached then is renewed as soon as it can be."""
        if not self.renewal:
            self.copy()
        else:
            self.renewal = False
            self.renewal = bool(self.renew()) or self.renewal

    def copy(self):
        """Copy to every place where the newest copy is older than the file. Says on the consoles how it went."""
        with self.one_at_a_time:
            mark = self.mark()
            behind = [place for place in self.places if place.mark != mark or place.trouble]
            for place in behind:
                self.copy_to(place, mark)
        if behind:
            telling.tell_consoles()

    def copy_to(self, place, mark, kept=shelf.KEPT):
        # In a real thread: the greenlets of the room go on meanwhile.
        if error := gevent.get_hub().threadpool.apply(fault_in_making, (self.vault, place.path, kept)):
            place.trouble = reason_of(error)
        else:
            place.last, place.mark, place.trouble = datetime.now(UTC), mark, None

    def renew(self):
        """A fresh copy in every place, and none from before it: what has been purged is in no copy any more.

        Refused by nothing: a place that cannot be reached keeps its old copies and is returned in the list.
        """
        with self.one_at_a_time:
            for place in self.places:
                self.copy_to(place, self.mark(), kept=1)
        telling.tell_consoles()
        return [place.path for place in self.places if place.trouble]

    def mark(self):
        """Something that is another after every write to the file, or None while the data folder cannot be read."""
        files = (self.vault.database.with_name(self.vault.database.name + end) for end in ("", "-wal"))
        try:
            written = [(one.stat().st_mtime_ns, one.stat().st_size) for one in files if one.exists()]
            return (*written, *state_beside(self.vault.folder))
        except OSError:
            return None

    @property
    def newest(self):
        """The place with the newest good copy, or None before the first."""
        return max((place for place in self.places if place.last), key=lambda place: place.last, default=None)

    @property
    def troubles(self):
        """What a facilitator must know, one sentence for each place."""
        return [sentence for place in self.places if (sentence := self.trouble_of(place))]

    def trouble_of(self, place):
        since = f" The last good one is from {place.at}." if place.last else " There is none yet."
        if place.trouble:
            return f"No copy could be made in {place.path}: {place.trouble}.{since}"
        if place.last and datetime.now(UTC) - place.last > LATE and place.mark != self.mark():
            return f"Copying to {place.path} does not come to an end.{since}"
        return None


def reason_of(error):
    """Why no copy could be made, as the end of a sentence."""
    if isinstance(error, sqlcipher.OperationalError) and "unable to open" in str(error):
        return "the file to be copied is not where it was"
    return REASONS.get(getattr(error, "errno", None)) or str(error) or type(error).__name__


def fault_in_making(vault, path, kept):
    """Make a copy there. Returns None, or what went wrong; raised in its thread it would be printed as a crash."""
    try:
        shelf.clear(path, take(vault, path), kept)
    except Exception as error:
        return error
    return None
