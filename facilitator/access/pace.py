"""How much one device, or one address, may ask for. In memory only: no address is ever written down.

A room behind one router is one address. So whoever holds a pass is counted on their own, and only strangers share what
their address may ask: one hostile device can make newcomers wait, and nobody who is in the room already.
"""

import hashlib
import time
from dataclasses import dataclass

# The laptop itself is never stopped: whoever sits at it leads the room.
LAPTOP = {"127.0.0.1", "::1", "::ffff:127.0.0.1"}
MOST_KEPT = 20_000


@dataclass(frozen=True)
class Allowance:
    """rate: requests a second for as long as one likes. burst: as many at once, after a rest."""

    rate: float
    burst: float


# A phone asks for one to five things at each change; a console, led from another laptop, for a few more.
DEVICE = Allowance(rate=40, burst=400)
# Coming in takes five pages and some files: two hundred phones may come in at once through one router.
STRANGERS = Allowance(rate=100, burst=1500)
STATIC_COST = 0.2


class Pace:
    def __init__(self, clock=time.monotonic):
        self.clock = clock
        self.left = {}  # who → (what is left, when that was)
        self.holders = set()  # hashes of tokens that opened the door

    def let_through(self, address, tokens, cost=1.0):
        """Whether this request is within what its device or its address may ask."""
        if address in LAPTOP:
            return True
        held = next((name for name in map(name_of, tokens) if name in self.holders), None)
        return self.take(held or address, DEVICE if held else STRANGERS, cost)

    def take(self, who, allowance, cost):
        now = self.clock()
        left, then = left_after(*self.left.pop(who, (allowance.burst, now)), now, allowance, cost)
        # What was refused is not counted, so that whoever asks too much gets their allowance and no more.
        self.left[who] = (left if left >= 0 else left + cost, then)
        self.forget_old()
        return left >= 0

    def remember(self, tokens):
        """These opened the door: from now on each is counted on its own."""
        if len(self.holders) >= MOST_KEPT:
            self.holders.clear()
        self.holders.update(map(name_of, tokens))

    def is_stranger(self, address, tokens):
        """Whether this is neither the laptop nor somebody who came through the door before."""
        return address not in LAPTOP and not any(name_of(token) in self.holders for token in tokens)

    def forget_old(self):
        # Dictionaries keep the order of writing: the one at the front has asked for nothing for the longest time.
        while len(self.left) > MOST_KEPT:
            del self.left[next(iter(self.left))]


def left_after(left, then, now, allowance, cost=1.0):
    """What is left of an allowance after this, below 0 when it did not suffice, and when that was counted."""
    return min(allowance.burst, left + (now - then) * allowance.rate) - cost, now


def name_of(token):
    return hashlib.sha256(token.encode()).digest()
