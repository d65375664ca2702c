"""The real server as a process of its own, started and stopped by whoever rehearses."""

import asyncio
import os
import re
import signal
import sys
from collections import deque
from contextlib import asynccontextmanager, suppress

from facilitator.refusal import Refused
from facilitator.rehearsal import LISTENING

NOISE = re.compile(r"\bERROR CORE\b")  # SQLCipher's own words about a passphrase that does not fit
FAULT = re.compile(r"(ERROR|CRITICAL) in |^Traceback|^\w*Error\b")
START_LIMIT = STOP_LIMIT = 30  # seconds


@asynccontextmanager
async def serving(data, passphrase):
    """Start the program on a free loopback port for as long as the block lasts.

    data: the folder to keep everything in. Gives the Server. Refused with the program's own sentence when it does not
    start. Its end is certain: whatever happens in the block, the process is stopped by its id and waited for.
    """
    server = Server(await start(data, passphrase), passphrase)
    try:
        await server.find_port()
        yield server
    finally:
        await server.stop()


async def start(data, passphrase):
    options = ["--data", str(data), "--host", "127.0.0.1", "--port", "0", "--no-browser"]
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "facilitator.cli", *options),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env=os.environ | {"FACILITATOR_PASSPHRASE": passphrase, "PYTHONUNBUFFERED": "1"},
    )


class Server:
    """A running server. said: its last lines. faults: the lines in which it confessed to a mistake of its own."""

    def __init__(self, process, passphrase):
        self.process, self.passphrase = process, passphrase
        self.port = None
        self.said = deque(maxlen=20)
        self.faults = []
        self.listening = asyncio.Event()
        self.reading = asyncio.create_task(self.read())

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    async def read(self):
        """Take what the server prints for as long as it runs, so that it never waits for a reader."""
        async for line in self.process.stdout:
            text = line.decode(errors="replace").strip()
            self.said.append(text)
            if found := LISTENING.search(text):
                self.port = int(found[1])
                self.listening.set()
            if FAULT.search(text):
                self.faults.append(text)
        self.listening.set()

    async def find_port(self):
        with suppress(TimeoutError):
            await asyncio.wait_for(self.listening.wait(), START_LIMIT)
        if self.port is None:
            said = [line for line in self.said if not NOISE.search(line)]
            raise Refused(" ".join(said[-3:]) or "The server did not start.")

    async def stop(self):
        """Ask it to end as Ctrl+C would, and insist if it does not."""
        with suppress(ProcessLookupError):
            if os.name == "nt":
                self.process.terminate()
            else:
                self.process.send_signal(signal.SIGINT)
        try:
            await asyncio.wait_for(self.process.wait(), STOP_LIMIT)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()
        await self.reading
