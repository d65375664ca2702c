"""The real program as a process, with a workshop at the view at the time, for as long as a block lasts."""

import json
import secrets
from contextlib import asynccontextmanager

from facilitator.bench.sides import Ours
from facilitator.rehearsal.commands import DEMO_CASE
from facilitator.rehearsal.server_process import serving


@asynccontextmanager
async def running_room(folder, passphrase=None):
    """Gives an Ours: server, leader, and phones that come in by themselves. passphrase: of a folder that has one."""
    async with serving(folder / "data", passphrase or secrets.token_hex(12)) as server:
        room = Ours(server)
        try:
            await room.prepare(DEMO_CASE)
            yield room
        finally:
            await room.close()


async def stored_in(room):
    """The text of every statement, each as often as it is there."""
    archive = json.loads(await room.leader.take_out("archive", room.server.passphrase))
    return [one["text"] for one in archive["statements"]]
