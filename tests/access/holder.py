"""Somebody else who has the data folder open."""

import subprocess
import sys
from contextlib import contextmanager

HOLD = """
import pathlib, sys
from facilitator.access.holding import hold
hold(pathlib.Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held_by_another_process(folder):
    """A process of its own that holds the folder for as long as the block lasts."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()
