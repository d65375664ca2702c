"""Three phones in a room where nothing happens: one answers, one answers nothing, one leaves and will not hang up."""

import asyncio
from pathlib import Path
from urllib.parse import urlsplit

from rooms import running_room

from facilitator.bench.ear import Ear
from facilitator.bench.phone import WORKSHOP, Phone

QUIET_FOR = 13  # seconds: more than a sign of life (3) and the patience for its answer (6) together


class Own(Ear):
    """asked: how many signs of life the server asked for. answers: whether it gives any, and hangs up when told to."""

    asked, answers = 0, True

    def received(self, opcode, payload, moment):
        self.asked += payload == b"2"
        if self.answers or not self.entered.done():
            super().received(opcode, payload, moment)


async def come_in(room, number, answers):
    """The phone, its socket open, and a promise of the seconds until that is closed."""
    phone = Phone(room.server.address, room.leader.code, number, hear=lambda *_: None)
    room.phones.append(phone)
    await phone.read_notice()
    phone.html = await phone.post(f"/join/{phone.code}", agency=phone.agency, role="Observer")
    auth = {"workshop": int(WORKSHOP.search(phone.html)[1]), "as": "phone"}
    cookie = "; ".join(f"{one.key}={one.value}" for one in phone.http.cookie_jar)
    url, loop, path = urlsplit(phone.address), asyncio.get_running_loop(), "/socket.io/?EIO=4&transport=websocket"
    made = loop.create_connection(lambda: Own(phone.hear, url.netloc, path, cookie, auth), url.hostname, url.port)
    phone.ear = (await made)[1]
    phone.ear.answers = answers
    await asyncio.wait_for(asyncio.shield(phone.ear.entered), 10)
    return phone, asyncio.ensure_future(until_closed(phone.ear))


async def until_closed(ear):
    began = asyncio.get_running_loop().time()
    await asyncio.shield(ear.lost)
    return round(asyncio.get_running_loop().time() - began, 1)


async def play(folder):
    """Each phone's signs of life, and after how many seconds its socket was closed, or None."""
    async with running_room(Path(folder)) as room:
        kinds = {"answers": True, "deaf": False, "stubborn": False}
        phones = {name: await come_in(room, number, kinds[name]) for number, name in enumerate(kinds)}
        stubborn = phones["stubborn"][0]
        await stubborn.post(f"/w/{stubborn.code}/leaving")
        await asyncio.sleep(QUIET_FOR)
        return {
            name: {"asked": phone.ear.asked, "closed": closed.result() if closed.done() else None}
            for name, (phone, closed) in phones.items()
        }
