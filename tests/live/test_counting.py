"""How many have answered comes to the wall at once, but never before those who still wait to be saved."""

import time

import gevent
import pytest
from gevent.event import Event

from facilitator.live import counting, presence


@pytest.fixture
def told(app, monkeypatch):
    """The counts told to the wall of workshop 1, as they come."""
    told = []
    monkeypatch.setattr(presence, "listening", lambda workshop_id, leaders_only: [("a wall", object())])
    monkeypatch.setattr(counting, "broadcast", lambda event, news, *_, **__: told.append(news["words"]))
    monkeypatch.setattr(counting, "_counter", [lambda workshop_id: "Some have answered"])
    yield told
    gevent.sleep(2 * counting.SPACING)  # what was begun ends


def until(happened):
    end = time.monotonic() + 5
    while not happened() and time.monotonic() < end:
        gevent.sleep(0.01)
    assert happened()


def test_answers_that_come_close_together_are_counted_together(told):
    for _ in range(20):
        counting.count_soon(1)
    gevent.sleep(0.01)
    for _ in range(20):
        counting.count_soon(1)

    gevent.sleep(3 * counting.SPACING)

    assert len(told) == 2


def test_who_still_waits_to_be_saved_comes_before_the_count(told, monkeypatch):
    """Seen to fail without let_a_crowd_go_first."""
    nobody_waits = Event()
    monkeypatch.setattr(gevent, "idle", nobody_waits.wait)
    monkeypatch.setattr(counting, "CROWD_AT_MOST", 60)
    counting.count_soon(1)
    gevent.sleep(0.1)
    assert told == []

    nobody_waits.set()

    until(lambda: told == ["Some have answered"])


def test_the_count_follows_a_crowd_that_does_not_end(told, monkeypatch):
    """Seen to fail without CROWD_AT_MOST."""
    monkeypatch.setattr(gevent, "idle", lambda: gevent.sleep(60))
    monkeypatch.setattr(counting, "CROWD_AT_MOST", 0.05)

    counting.count_soon(1)

    until(lambda: told)
