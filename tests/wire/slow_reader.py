"""A phone that stops reading while the room goes on, and then reads everything."""

import asyncio
import json
import socket
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from rooms import running_room

from facilitator.bench.ear import Ear
from facilitator.bench.phone import WORKSHOP, Phone

CHANGES = 250  # at most: what waits for one phone is bounded (live/whole_sends.py), so a longer pause has rarer changes


class SlowPhone(Phone):
    """It takes next to nothing into its buffers. heard: (version, the stage's HTML) of every change, in order."""

    def __init__(self, *given):
        super().__init__(*given, hear=self.note)
        self.heard, self.strange = [], 0

    def note(self, event, moment):
        try:
            _, news = json.loads(event[2:])
            self.heard.append((news["version"], news["html"]))
        except (ValueError, KeyError):
            self.strange += 1

    async def connect(self):
        """As a phone's page does, with a receive buffer of a few kilobytes."""
        url, loop = urlsplit(self.address), asyncio.get_running_loop()
        plug = socket.socket()
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        # Small pieces, as over Wi-Fi: by loopback the system itself would keep megabytes for who does not read.
        plug.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 536)
        plug.setblocking(False)
        await loop.sock_connect(plug, (url.hostname, url.port))
        auth = {"workshop": int(WORKSHOP.search(self.html)[1]), "as": "phone"}
        cookie = "; ".join(f"{one.key}={one.value}" for one in self.http.cookie_jar)
        path = "/socket.io/?EIO=4&transport=websocket"
        _, self.ear = await loop.create_connection(lambda: Ear(self.hear, url.netloc, path, cookie, auth), sock=plug)
        await asyncio.wait_for(asyncio.shield(self.ear.entered), 10)

    async def alive(self):
        """A busy phone still says that it is there."""
        while True:
            await asyncio.sleep(5)
            self.ear.send(b"3")


async def play(folder, seconds, reads_again=True):
    """The slow phone stops reading for so many seconds, while another goes on listening and the clock changes.

    Returns what both heard, how long the others waited at most, and the growth of the server's memory in MB.
    """
    async with running_room(Path(folder)) as room:
        slow, other = (SlowPhone(room.server.address, room.leader.code, number) for number in (0, 1))
        room.phones = [slow, other]
        for phone in room.phones:
            await phone.read_notice()
            await phone.come_in()
        saying = asyncio.ensure_future(slow.alive())
        slow.ear.transport.pause_reading()
        slowest, changes = await go_on(room, seconds)
        if reads_again:
            slow.ear.transport.resume_reading()
        with suppress(TimeoutError):
            await asyncio.wait_for(everything(slow, changes), 15)
        saying.cancel()
        return {
            "changes": changes,
            "slow": slow.heard,
            "other": other.heard,
            "strange": slow.strange,
            "slowest": slowest,
            "dropped": slow.ear.lost.done(),
        }


async def go_on(room, seconds):
    """Change the clock again and again. Returns (the longest anybody waited for an answer, how many changes)."""
    loop = asyncio.get_running_loop()
    end, slowest, changes = loop.time() + seconds, 0.0, 0
    while loop.time() < end:
        began = loop.time()
        await room.lead("/clock", minutes=1 if changes % 2 else 2)
        slowest, changes = max(slowest, loop.time() - began), changes + 1
        await asyncio.sleep(seconds / CHANGES)
    return slowest, changes


async def everything(phone, changes):
    while len(phone.heard) < changes and not phone.ear.lost.done():
        await asyncio.sleep(0.05)
