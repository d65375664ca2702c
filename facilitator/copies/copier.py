"""Makes copies while the program runs: soon after each stage change, and within a minute of any other change."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import gevent
from gevent.event import Event
from gevent.lock import BoundedSemaphore

from facilitator.copies import shelf, telling
from facilitator.copies.reasons import reason_of
from facilitator.copies.renewals import Renewals
from facilitator.copies.snapshot import state_beside, take
from facilitator.refusal import Refused

EVERY = 50  # seconds: a copy that takes ten still leaves at most a minute of work to send again
# Seconds after a stage change, in which the room's phones fetch the new step. Steps taken quickly are one copy.
THE_ROOM_GOES_FIRST = 2
LATE = timedelta(minutes=3)


@dataclass
class Place:
    """Where copies go.

    last: when the last good one was made. mark: what it was made of. trouble: why the next one failed.
    """

    path: Path
    last: datetime | None = None
    mark: tuple | None = ()
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
        self.renewals = Renewals(vault.folder)

    def start(self):
        gevent.spawn(self.run)

    def run(self):
        while not self.vault.is_open:
            gevent.sleep(1)
        while True:
            self.try_a_round()
            if self.wanted.wait(self.every):
                gevent.sleep(THE_ROOM_GOES_FIRST)
            self.wanted.clear()

    def try_a_round(self):
        """Whatever happens in one, there is a next: one fault must not end all copying until the next start."""
        try:
            self.copy()
        except Exception as error:
            for place in self.places:
                place.trouble = reason_of(error)
            telling.tell_consoles()

    def ask(self, renewal=False):
        """Do not wait until the minute is over. renewal: and keep no copy from before, in no place that is known."""
        if renewal:
            self.renewals.wish_for(place.path for place in self.places)
        self.wanted.set()

    def copy(self):
        """Copy to every place where something is missing or is too much. Says on the consoles how it went."""
        with self.one_at_a_time:
            self.renewals.know(place.path for place in self.places)
            mark = self.mark()
            behind = [place for place in self.places if self.is_behind(place, mark)]
            for place in behind:
                self.copy_to(place, mark)
        if behind:
            telling.tell_consoles()

    def is_behind(self, place, mark):
        """Whether the newest copy there is older than the file, or one there holds what has been taken back."""
        return place.mark != mark or place.trouble or self.renewals.wish_of(place.path)

    def copy_to(self, place, mark):
        """A fresh copy in one place; where it was wished for, none from before it is left there."""
        wish = self.renewals.wish_of(place.path)
        # In a real thread: the greenlets of the room go on meanwhile.
        making = (self.vault, place.path, 1 if wish else shelf.KEPT)
        if error := gevent.get_hub().threadpool.apply(fault_in_making, making):
            place.trouble = reason_of(error)
        else:
            place.last, place.mark, place.trouble = datetime.now(UTC), mark, None
            self.renewals.fulfil(place.path, wish)

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
            still = " What was taken back is still in the copies there." if self.renewals.wish_of(place.path) else ""
            return f"No copy could be made in {place.path}: {place.trouble}.{since}{still}"
        if place.last and datetime.now(UTC) - place.last > LATE and place.mark != self.mark():
            return f"Copying to {place.path} does not come to an end.{since}"
        return None


def fault_in_making(vault, path, kept):
    """Make a copy there. Returns None, or what went wrong; raised in its thread it would be printed as a crash."""
    try:
        made = take(vault, path)
        shelf.clear(made, kept)
        if kept == 1 and shelf.copies_beside(made) != [made]:
            return Refused("older copies there could not be taken away")
    except Exception as error:
        return error
    return None
