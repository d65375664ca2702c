"""The disk is full, read-only or broken under the running program. (issue: disk full → nobody is told "saved")

The shim between SQLite and the disk plays it, on the real program as a process of its own. Seen to fail with the error
handler taken out of copies/disk.py (the console says nothing), and with `look` taken out (it never recovers by itself).
"""

import time

import pytest

from facilitator.access.actions import issue_pass
from facilitator.access.door import LEADER_COOKIE, PHONE_COOKIE
from facilitator.db import db, new_key
from tests.copies.bad_disk import environment
from tests.copies.running import STAGE, Device, Program
from tests.copies.test_kills import what_is_stored

MOODS = {"full": "is full", "read-only": "reports errors", "broken": "reports errors"}


@pytest.fixture
def room(vault, hv, workshop, go_to, shim, tmp_path):
    """The program on a disk that can be spoiled: its vault, the phone, the console, and the file that spoils it."""
    go_to(STAGE)
    token = issue_pass("facilitator")
    db.session.commit()
    code, phone_token = hv.code, hv.token
    db.session.remove()
    db.engine.dispose()
    mood = tmp_path / "mood"
    program = Program(vault.folder, more=environment(shim, vault.folder, mood=mood))
    phone, console = Device(program.port, PHONE_COOKIE, phone_token), Device(program.port, LEADER_COOKIE, token)
    assert phone.ask("GET", f"/w/{code}")[0] == 200
    yield code, phone, console, mood
    program.stop()


def give(phone, code, key):
    form = {"key": key, "stage": STAGE, "question": "going-on", "episode": "", "text": f"Words {key}"}
    return phone.ask("POST", f"/w/{code}/statements", form)


def said_on(console, code, words, within=5):
    """Whether the console says these words within so many seconds; with None, that all is well again."""
    end = time.monotonic() + within
    while time.monotonic() < end:
        status, text = console.ask("GET", f"/w/{code}/console/storage")
        if status == 200 and (words in text if words else "Nothing can be saved" not in text):
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("how", MOODS)
def test_nobody_is_told_saved_and_the_facilitator_hears_why(room, vault, how):
    code, phone, console, mood = room
    first, second, third = new_key(), new_key(), new_key()
    assert give(phone, code, first)[0] == 200

    mood.write_text(how[0])
    status, text = give(phone, code, second)

    assert status == 507
    assert "cannot save anything at the moment" in text and "not saved yet" in text
    assert said_on(console, code, "Nothing can be saved now"), "within five seconds"
    assert said_on(console, code, MOODS[how])

    mood.unlink()
    assert said_on(console, code, None, within=10), "it recovers without a restart, and by itself"
    assert give(phone, code, second)[0] == 200
    assert give(phone, code, third)[0] == 200
    stored, said = what_is_stored(vault)
    assert stored == {first: 1, second: 1, third: 1}
    assert said == ["ok"]


def test_a_data_folder_that_is_moved_away_takes_no_more_words(room, vault, tmp_path):
    """Seen to fail without `look_for_file`: the words would be "saved" into a file that is in no folder any more."""
    code, phone, console, _ = room
    first, second = new_key(), new_key()
    assert give(phone, code, first)[0] == 200

    vault.folder.rename(tmp_path / "moved")

    assert give(phone, code, second)[0] == 507
    assert said_on(console, code, "Is it still where it was?")
    (tmp_path / "moved").rename(vault.folder)
    assert said_on(console, code, None, within=10)
    assert give(phone, code, second)[0] == 200


def test_the_consoles_are_nudged_when_it_begins_and_when_it_ends(app, wall):
    wall.heard()
    app.extensions["disk"].say("The disk is full.")
    app.extensions["disk"].say("The disk is full.")
    assert wall.heard() == ["storage-changed"]

    app.extensions["disk"].say(None)

    assert wall.heard() == ["storage-changed"]
