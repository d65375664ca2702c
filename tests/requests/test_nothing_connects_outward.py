"""A whole day while everything that would leave this machine is refused and written down."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Python reads this at its start, before anything of ours, in the rehearsal and in the server it starts.
WATCH = """
import os, sys
LOCAL = ("127.", "::1", "localhost", "0.0.0.0", "::")
def watch(event, about):
    if event in ("socket.connect", "socket.sendto"):
        to = about[1]
        where = to[0] if isinstance(to, tuple) else ""
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"):
        where = about[0][0] if isinstance(about[0], tuple) else about[0]
        where = where.decode() if isinstance(where, bytes) else where
        if event == "socket.gethostbyaddr":
            where = "who is " + where
    else:
        return
    if where and not str(where).startswith(LOCAL):
        with open(os.environ["WATCHED"], "a") as file:
            file.write(f"{event} {where}\\n")
        raise OSError("nothing goes outward here")
sys.addaudithook(watch)
"""


def watched(tmp_path, *command):
    (tmp_path / "sitecustomize.py").write_text(WATCH)
    (tmp_path / "log").touch()
    here = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}", "WATCHED": str(tmp_path / "log")}
    run = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=os.environ | here, capture_output=True, text=True, timeout=200
    )
    return run, (tmp_path / "log").read_text()


def test_a_whole_day_connects_nowhere(tmp_path):
    day = ["-m", "facilitator.cli", "rehearse", "tests/rehearsal/small.yaml", "--pace", "0"]

    run, log = watched(tmp_path, *day)

    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]
    assert log == ""


def test_the_watch_sees_what_would(tmp_path):
    asking = "import gevent.monkey; gevent.monkey.patch_all(); import urllib.request as u; u.urlopen('http://192.0.2.1/')"

    run, log = watched(tmp_path, "-c", asking)

    assert run.returncode
    assert "192.0.2.1" in log
