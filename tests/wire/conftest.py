"""Proofs on the wire: a real server in a process of its own, real sockets, faults of our own making.

The clients run on asyncio. Another test may have patched this process for gevent, which asyncio does not bear, so they
have a process of their own too.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PLAY = """
import asyncio, json, sys
play = __import__(sys.argv[1]).play
print(json.dumps(asyncio.run(play(*json.loads(sys.argv[2])))))
"""


@pytest.fixture(scope="session")
def alone():
    """alone("bad_network", …) → what play(…) of tests/wire/bad_network.py returned, played in a process of its own."""

    def run(module, *given):
        path = os.pathsep.join([str(HERE), str(HERE.parent.parent)])
        command = [sys.executable, "-c", PLAY, module, json.dumps(given, default=str)]
        where = os.environ | {"PYTHONPATH": path}
        done = subprocess.run(command, env=where, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout.splitlines()[-1])

    return run
