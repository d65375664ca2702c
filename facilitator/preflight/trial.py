"""Trying an address with a phone of one's own. In memory only: it is about this room and this hour."""

import hmac
import secrets
import time
from dataclasses import dataclass, field

from flask import current_app


@dataclass
class Trial:
    """An address that is being tried. apart: seconds the laptop's clock is ahead of the phone's, once it was told."""

    host: str
    port: int
    shown: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    reached: bool = False
    apart: float | None = None

    def reach(self, phones_clock=None):
        """The phone is here. phones_clock: milliseconds since 1970, as its browser says, or None."""
        self.reached = True
        if phones_clock is not None:
            self.apart = time.time() - phones_clock / 1000


def trials():
    return current_app.extensions.setdefault("trials", {})


def trial_called(token):
    return next((one for one in trials().values() if hmac.compare_digest(one.token.encode(), token.encode())), None)
