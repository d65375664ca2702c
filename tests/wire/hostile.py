"""A room that goes on while one device in it asks for far too much.

Linux has all of 127/8 on the laptop, so each phone gets an address of its own there. Only 127.0.0.1 is the laptop to
the program; the others are under the limits as real phones are.
"""

import asyncio
import json
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
from rooms import running_room

from facilitator.bench.phone import PATIENCE, Failed, Phone

HOSTILE = "127.0.1.1"
IN_THE_ROOM, NEWCOMERS = 20, 4
READS_AGAIN = 3  # seconds, as the answer's `Refresh` tells a browser


class PhoneElsewhere(Phone):
    """A phone with an address of its own. took: the seconds of each answer. refused: how often it was told to wait."""

    def __init__(self, room, number, address):
        super().__init__(room.server.address, room.leader.code, number, hear=lambda event, moment: None)
        self.plain = self.http
        self.http = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(local_addr=(address, 0)),
            cookie_jar=self.plain.cookie_jar,
            headers={"Origin": self.address},
            timeout=PATIENCE,
        )
        self.took, self.refused = [], 0

    async def close(self):
        await super().close()
        await self.plain.close()

    async def connect(self):
        """These phones ask and give; that nudges reach everybody is shown elsewhere."""

    async def get(self, path, headers=None):
        return await self.timed(super().get(path, headers), path)

    async def post(self, path, **form):
        return await self.timed(super().post(path, **form), path)

    async def timed(self, asking, path):
        began = time.monotonic()
        try:
            return await asking
        except Failed as failed:
            self.refused += str(failed).startswith("503")
            raise
        finally:
            self.took.append(time.monotonic() - began)

    async def insist(self, ask, *given, **form):
        """As a person does whose page says “wait a moment”."""
        while True:
            try:
                return await ask(*given, **form)
            except Failed as failed:
                if not str(failed).startswith("503"):
                    raise
                await asyncio.sleep(READS_AGAIN)


class Newcomer(PhoneElsewhere):
    """Comes while the other device is at it. in_at: when it was in, waited: after how many seconds."""

    async def get(self, path, headers=None):
        return await self.insist(super().get, path, headers=headers)

    async def post(self, path, **form):
        return await self.insist(super().post, path, **form)

    async def arrive(self, after):
        """after: the seconds in which the other device has used up what strangers of its address may ask at once."""
        await asyncio.sleep(after)
        began = time.monotonic()
        await self.read_notice()
        await self.come_in()
        self.in_at = time.monotonic()
        self.waited = self.in_at - began


async def play(folder, seconds, one_router):
    """Figures of a room beside a hostile device. one_router: whether all phones have its very address."""
    async with running_room(Path(folder)) as room:
        address = (lambda number: HOSTILE) if one_router else (lambda number: f"127.0.0.{number + 2}")
        phones = [PhoneElsewhere(room, number, address(number)) for number in range(IN_THE_ROOM)]
        late = [Newcomer(room, number, address(number)) for number in range(IN_THE_ROOM, IN_THE_ROOM + NEWCOMERS)]
        room.phones = [*phones, *late]
        for phone in phones:
            await phone.read_notice()
            await phone.come_in()
            phone.took.clear()
        script = Path(__file__).with_name("hostile_device.py")
        port = str(urlsplit(room.server.address).port)
        hostile = await asyncio.create_subprocess_exec(
            *(sys.executable, str(script), port, str(seconds), HOSTILE), stdout=asyncio.subprocess.PIPE
        )
        await asyncio.sleep(1)
        until, led = time.monotonic() + seconds - 2, []
        arrivals = asyncio.gather(*(one.arrive(min(8, seconds / 2)) for one in late))
        await asyncio.gather(*(go_on(room, one, until) for one in phones), lead(room, until, led))
        answers, ended = json.loads((await hostile.communicate())[0]), time.monotonic()
        await asyncio.wait_for(arrivals, 120)
        everyone = [seconds for one in phones for seconds in one.took]
        return {
            "asked": len(everyone),
            "p95": p95(everyone),
            "refused": sum(one.refused for one in phones),
            "lost": await room.lost(),
            "saved": sum(len(one.saved) for one in phones),
            "led": len(led),
            "led_p95": p95(led),
            "newcomers": sorted(one.waited for one in late),
            "told_to_wait": sum(one.refused for one in late),
            "in_meanwhile": sum(one.in_at < ended for one in late),
            "hostile": answers,
        }


async def go_on(room, phone, until):
    """As a phone of a busy room: words, and the stage again."""
    while time.monotonic() < until:
        await phone.save(room.words(phone))
        await asyncio.sleep(1)
        await phone.draw_stage()
        await asyncio.sleep(1)


async def lead(room, until, led):
    """The facilitator's console draws itself again and again; what is refused raises."""
    while time.monotonic() < until:
        began = time.monotonic()
        await room.leader.fetch(room.leader.at("/console/stage"))
        led.append(time.monotonic() - began)
        await asyncio.sleep(0.2)


def p95(times):
    return sorted(times)[int(len(times) * 0.95)]
