"""Somebody who takes nothing in is given up, and what waits for them stays small."""

import socket

import gevent
import gevent.socket
import pytest

from facilitator.live.whole_sends import MOST_WAITING, WholeSends


@pytest.fixture
def both_ends():
    """Our end as the server has it, and a phone's end that nobody reads."""
    ours, theirs = gevent.socket.socketpair()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    yield ours, theirs
    ours.close()
    theirs.close()


def test_what_waits_is_bounded_and_then_the_phone_is_dropped(both_ends):
    sends, frame = WholeSends(both_ends[0]), b"x" * 1000
    waiting = []

    with pytest.raises(BrokenPipeError):
        for _ in range(2 * MOST_WAITING // len(frame)):
            sends.send(frame)
            waiting.append(sum(map(len, sends._waiting)))

    assert max(waiting) > MOST_WAITING / 2, "nothing had to wait"
    assert max(waiting) <= MOST_WAITING
    assert not sends._waiting


def test_a_phone_that_reads_in_the_end_gets_all_of_it_in_order(both_ends):
    ours, theirs = both_ends
    sends, frames = WholeSends(ours), [f"{number:06d}".encode() * 50 for number in range(300)]
    for frame in frames:
        sends.send(frame)

    whole = b"".join(frames)
    read = bytearray()
    with gevent.Timeout(10):
        while len(read) < len(whole):
            read += theirs.recv(5000)

    assert bytes(read) == whole
