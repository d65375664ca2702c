"""Power cuts on the driver as shipped: all writes and flushes are recorded, any moment played back. (trust.md, 3: 1)

Seen to fail: with `synchronous = NORMAL` the same check reports losses; that is a test of its own here. Without a C
compiler these tests fail and say so.
"""

import os
import random
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.access.vault import Vault
from facilitator.config import PACKAGE
from facilitator.db import db
from tests.conftest import QUICK
from tests.copies.bad_disk import environment
from tests.copies.power_cut import Disk, cuts, read_record

STATEMENTS = 220  # enough for the log to be copied into the file and begun anew


@pytest.fixture
def recorded(app, vault, hv, go_to, shim, tmp_path):
    """recorded("FULL") → (the disk as it was before, everything done to it since)."""
    go_to("05-view-at-the-time")
    code, token = hv.code, hv.token
    db.session.remove()
    db.engine.dispose()

    def record(synchronous):
        folder, written = tmp_path / "watched", tmp_path / "record"
        shutil.copytree(vault.folder, folder)
        disk = Disk(folder)
        command = [sys.executable, "-m", "tests.copies.saving", str(folder), code, token, str(STATEMENTS), synchronous]
        between = environment(shim, folder, record=written)
        subprocess.run(command, env=os.environ | between, cwd=PACKAGE.parent, check=True, timeout=200)
        return disk, [op for op in read_record(written) if not op.path.endswith("-shm")]

    return record


def told_saved(op):
    """The key of the statement whose phone was told "saved" at this moment, or None."""
    return op.content.decode().strip() if op.kind == "w" and Path(op.path).name == "acknowledged" else None


@pytest.fixture
def found_lost(vault, tmp_path):
    """found_lost(files, acknowledged) → the keys that are not in the file when it is opened after the cut."""
    folder = tmp_path / "found"

    def look(files, acknowledged):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for path, content in files.items():
            if Path(path).name.startswith("reviews.db"):
                (folder / Path(path).name).write_bytes(content)
        found = Vault(folder, QUICK)
        found._key = vault._key
        with closing(found.connect()) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            return acknowledged - {row[0] for row in connection.execute("SELECT key FROM statement")}

    return look


def moments_in(ops, how_many):
    """Half of them just after somebody was told "saved", half anywhere after the first was."""
    told = [number for number, op in enumerate(ops, 1) if told_saved(op)]
    chance = random.Random(1)
    after = chance.sample(told, min(len(told), how_many // 2))
    return {*after, *chance.sample(range(told[0], len(ops)), how_many // 2)}


def test_no_acknowledged_statement_is_lost_whenever_the_power_goes(recorded, found_lost, times, say):
    disk, ops = recorded("FULL")
    resets = sum(op.kind == "w" and op.at == 0 and op.path.endswith("-wal") for op in ops)
    assert resets >= 2, "The record must hold a log that was begun anew."
    checked, lost = 0, 0

    for _, files, acknowledged in cuts(disk, ops, moments_in(ops, times(80, nightly=1000)), told_saved, seed=1):
        lost += bool(found_lost(files, acknowledged))
        checked += 1

    say(f"{checked} cuts of the power, {lost} with a loss")
    assert checked >= times(200, nightly=2000)
    assert lost == 0


def test_the_same_check_reports_losses_when_the_log_is_not_flushed(recorded, found_lost, say):
    disk, ops = recorded("NORMAL")

    moments = moments_in(ops, 20)
    losses = [how for how, files, keys in cuts(disk, ops, moments, told_saved, seed=1) if found_lost(files, keys)]

    say(f"{len(losses)} losses with synchronous=NORMAL")
    assert "nothing" in losses
