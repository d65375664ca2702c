"""Wrong codes are counted, so that nobody can guess one: 10 a minute for a device, 60 a minute for all together.

Right codes are never counted, the QR code's token is never refused on account of others, and a minute later everything
is as before: a room behind one router cannot be locked out. Kept in memory only. (trust.md, 4: Entry)
"""

import time
from collections import deque

from flask import current_app, request

from facilitator.db import new_key
from facilitator.refusal import Refused

FOR_A_DEVICE, FOR_ALL, MINUTE = 10, 60, 60.0
DEVICE_COOKIE = "device"


class TooMany(Refused):
    status = 429


class Tries:
    """The wrong tries of the last minute, of all devices, oldest first."""

    def __init__(self, clock=time.monotonic):
        self.clock, self.wrong = clock, deque()

    def lately(self, device=None):
        """How many wrong tries the last minute saw, of one device or of all."""
        while self.wrong and self.wrong[0][0] <= self.clock() - MINUTE:
            self.wrong.popleft()
        return len(self.wrong) if device is None else sum(which == device for _, which in self.wrong)

    def check(self):
        """Refused, before the code is looked at, after too many wrong ones."""
        if self.lately(device_asking()) >= FOR_A_DEVICE:
            raise TooMany("That were many wrong codes. Wait a minute, or scan the QR code on the wall.")
        if self.lately() >= FOR_ALL:
            raise TooMany("Many wrong codes are being tried just now. Scan the QR code, or wait a minute.")

    def failed(self):
        self.wrong.append((self.clock(), device_asking()))


def device_asking():
    """What stands for this device: its own cookie, or, for one that keeps none, its address."""
    known = request.cookies.get(DEVICE_COOKIE, "")
    return known if known in issued() else request.remote_addr


def issued():
    """The device cookies this program has given out since it started: the newest 2,000, in order."""
    return current_app.extensions.setdefault("device cookies", {})


def know_device(response):
    """Give a device that has none a cookie of its own; it says nothing about anybody and ends with the browser."""
    if request.cookies.get(DEVICE_COOKIE, "") not in issued():
        issued()[new := new_key()] = True
        if len(issued()) > 2000:
            issued().pop(next(iter(issued())))
        response.set_cookie(DEVICE_COOKIE, new, httponly=True, samesite="Lax", secure=request.is_secure)
    return response


def tries():
    return current_app.extensions.setdefault("wrong codes", Tries())
