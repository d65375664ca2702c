"""The server carries nothing that only a client of Socket.IO needs."""

import subprocess
import sys

LOOK = "import sys, facilitator.live; print('aiohttp' in sys.modules); import aiohttp"


def seen_by(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_the_server_starts_without_the_library_of_clients():
    assert seen_by(f"import facilitator.entry; {LOOK}") == "False"


def test_a_process_that_plays_phones_has_it():
    assert seen_by(LOOK) == "True"
