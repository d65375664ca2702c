"""The server is killed at random moments while phones write, again and again. (trust.md, 3: 8 and 9)

This shows that a killed process loses nothing and starts again; it proves nothing about the disk, which
test_power_cut.py does. Seen to fail when the route of statements answers first and a greenlet of its own writes and
commits right after: at the first kill three acknowledged statements were not in the file.
"""

import random
import time
from collections import Counter
from contextlib import closing

import pytest

from facilitator.access.door import PHONE_COOKIE
from facilitator.db import db
from tests.copies.running import Device, Program, Writing

PHONES = 4


@pytest.fixture
def room(vault, join_as, go_to):
    """The code and the tokens of a room whose program is about to run as a process of its own."""
    phones = [join_as("Health visitor") for _ in range(PHONES)]
    go_to("05-view-at-the-time")
    code, tokens = phones[0].code, [phone.token for phone in phones]
    db.session.remove()
    db.engine.dispose()
    return code, tokens


@pytest.mark.timeout(1800)
def test_no_acknowledged_statement_is_lost_when_the_server_is_killed(room, vault, times, say):
    code, tokens = room
    chance = random.Random(3)
    devices = [Device(0, PHONE_COOKIE, token) for token in tokens]
    acknowledged, sent, kills = set(), set(), times(20, nightly=200)

    for _ in range(kills):
        program = Program(vault.folder)
        writers = write_with(devices, code, program.port)
        wait_for_the_first(writers)
        time.sleep(chance.uniform(0, 0.4))
        program.kill()
        for writer in writers:
            writer.until.set()
            writer.join(15)
            acknowledged |= writer.acknowledged
            sent |= writer.sent

        stored, said = what_is_stored(vault)
        assert said == ["ok"]
        assert acknowledged - set(stored) == set()
        assert set(stored.values()) <= {1} and set(stored) <= sent

    say(f"{kills} kills, {len(acknowledged)} acknowledged, 0 lost")
    assert len(acknowledged) > kills


def write_with(devices, code, port):
    writers = [Writing(device, code) for device in devices]
    for writer in writers:
        writer.device.port = port
        writer.start()
    return writers


def wait_for_the_first(writers):
    end = time.monotonic() + 20
    while not any(writer.acknowledged for writer in writers) and time.monotonic() < end:
        time.sleep(0.01)


def what_is_stored(vault):
    """How often each key is in the file, and what SQLite and SQLCipher say of it."""
    with closing(vault.connect()) as connection:
        said = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        said += [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
        return Counter(row[0] for row in connection.execute("SELECT key FROM statement")), said
