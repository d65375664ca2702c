"""Which places still hold copies from before words were taken back. It is on disk, so that no restart forgets one.

A place that was copied to once stays known: a stick that lay in a drawer when words were taken back is renewed when it
is given again. The file names folders, and a random sign for each that waits; nothing of any review.
"""

import json
import secrets
from contextlib import suppress

from facilitator.copies.snapshot import flush

FILE = ".to-renew"  # as all that begins with a dot, in no copy


class Renewals:
    """The places by their folders, each with the sign of its wish, or None when nothing is wished for there.

    folder: the data folder.
    """

    def __init__(self, folder):
        self.file = folder / FILE
        self.wishes = self.on_disk = read(self.file)

    def know(self, places):
        """Remember these places for later wishes."""
        self.keep({name_of(place): None for place in places} | self.wishes)

    def wish_for(self, places):
        """Every place that is known, and these, shall hold one fresh copy and none from before."""
        self.keep({name: secrets.token_hex(8) for name in {*self.wishes, *map(name_of, places)}})

    def wish_of(self, place):
        return self.wishes.get(name_of(place))

    def fulfil(self, place, wish):
        """That wish is done. One that came meanwhile is another: the copy just made may hold what was taken back."""
        if wish and wish == self.wish_of(place):
            self.keep(self.wishes | {name_of(place): None})

    def keep(self, wishes):
        """In memory at once; on the disk too, or else with the next round, for nobody's act may fail by it."""
        self.wishes = wishes
        if wishes != self.on_disk:
            with suppress(OSError):
                write(self.file, wishes)
                self.on_disk = wishes


def name_of(place):
    return str(place.absolute())


def read(file):
    try:
        return dict(json.loads(file.read_text()))
    except (OSError, ValueError, TypeError):
        return {}


def write(file, wishes):
    ready = file.with_name(f"{file.name}.part")
    ready.write_text(json.dumps(wishes))
    flush(ready)
    ready.replace(file)
    flush(file.parent)
