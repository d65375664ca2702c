"""A rehearsal that is stopped leaves no server and no folder behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rehearsal.conftest import SMALL


@pytest.mark.skipif(os.name == "nt", reason="Windows ends processes another way")
def test_a_stopped_rehearsal_stops_its_server(tmp_path):
    command = [sys.executable, "-m", "facilitator.cli", "rehearse", str(SMALL), "--pace", "20"]
    environment = os.environ | {"TMPDIR": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as rehearsal:
        assert "welcome" in rehearsal.stdout.readline()
        player = child_of(rehearsal.pid)
        server = child_of(player)
        rehearsal.send_signal(signal.SIGTERM)
        rehearsal.wait(timeout=30)

    assert not Path(f"/proc/{server}").exists() and not Path(f"/proc/{player}").exists()
    assert list(tmp_path.iterdir()) == []


def child_of(pid):
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=True)
    return int(found.stdout.split()[0])
