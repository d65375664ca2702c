"""The two servers side by side: ours as a person starts it, and the bare one. The scenarios know no difference."""

import asyncio
import json
import sys
from contextlib import suppress

from facilitator.bench.ear import listen
from facilitator.bench.phone import STAGE, TOKEN, BarePhone, Phone
from facilitator.config import shipped_prompts
from facilitator.rehearsal.leader import Leader
from facilitator.rehearsal.measures import Measures
from facilitator.rehearsal.screen import now
from facilitator.rehearsal.wall import Wall

LONGEST = 30  # seconds within which news must have come


class Side:
    """What both have: phones, and how far the news has spread.

    reached: how many phones have heard the news waited for. pid: of the server's process.
    """

    pid = None

    def __init__(self):
        self.phones, self.given = [], 0
        self.listening()

    def hear(self, event, moment):
        if b'"stage-changed"' in event:
            self.reached += 1
            if self.reached == len(self.phones) and not self.told.done():
                self.told.set_result(moment)

    def counted(self, moment):
        if not self.told.done():
            self.told.set_result(moment)

    def listening(self):
        """A promise of the moment at which the news to come has reached the last who is to hear it."""
        self.reached, self.told = 0, asyncio.get_running_loop().create_future()
        return self.told

    async def changed(self):
        """Change the stage. Returns the seconds until the last phone's socket had it."""
        told, began = self.listening(), now()
        await self.change()
        return await asyncio.wait_for(told, LONGEST) - began

    async def saved_and_counted(self, phone, text):
        """Save one answer. Returns the seconds until the wall had it counted, the answer being there too."""
        told, began = self.listening(), now()
        await phone.save(text)
        return max(await asyncio.wait_for(told, LONGEST), began) - began

    def words(self, phone):
        """Words that nobody has given yet."""
        self.given += 1
        return f"Answer {self.given} of phone {phone.number}: I thought that somebody else had rung already."

    async def be_where_we_began(self):
        """After an odd number of changes."""

    async def close(self):
        for phone in self.phones:
            with suppress(Exception):
                await phone.close()


class Ours(Side):
    """Our program with a review, a workshop at the view at the time, a console and a wall."""

    def __init__(self, server):
        super().__init__()
        self.server, self.pid = server, server.process.pid
        self.forth = True

    async def prepare(self, case):
        self.leader = Leader(self.server.address)
        await self.leader.sign_in(self.server.passphrase)
        await self.leader.prepare(case.name, case.read_bytes())
        await self.leader.open_workshop("focused-day")
        self.token = TOKEN.search(await self.leader.fetch(self.leader.at("/console")))[1]
        stages = sorted(file.stem for file in (shipped_prompts() / "focused-day").glob("[0-9]*.md"))
        await self.lead("/step", to=stages.index(STAGE))
        self.wall = Wall(self.leader, Measures())
        await self.wall.hang(self.leader.code)
        # The wall draws itself as walls do; this second ear of it only notes when a count has come.
        auth = {"workshop": int(self.wall.page.one("//body/@data-workshop")), "as": "wall"}
        cookie = "; ".join(f"{one.key}={one.value}" for one in self.leader.http.cookie_jar)
        self.ear = await listen(self.server.address, self.hear_count, cookie=cookie, auth=auth)

    def hear_count(self, event, moment):
        if event.startswith(b'42["counted"'):
            self.counted(moment)

    async def lead(self, path, **form):
        address, data = self.leader.address + self.leader.at(path), {"csrf_token": self.token, **form}
        async with self.leader.http.post(address, data=data, headers={"HX-Request": "true"}) as answer:
            answer.raise_for_status()

    async def change(self):
        """To the next step and back again, by turns."""
        await self.lead("/next" if self.forth else "/back")
        self.forth = not self.forth

    async def be_where_we_began(self):
        if not self.forth:
            await self.change()

    def phone(self, number):
        return Phone(self.server.address, self.leader.code, number, self.hear)

    async def lost(self):
        """How many words were answered with a yes and are not in the archive."""
        archive = json.loads(await self.leader.take_out("archive", self.server.passphrase))
        stored = {one["text"] for one in archive["statements"]}
        return len({text for phone in self.phones for text in phone.saved} - stored)

    async def close(self):
        await super().close()
        self.ear.close()
        await self.wall.close()
        await self.leader.close()


class Bare(Side):
    """The bare server, in a process of its own."""

    async def prepare(self, folder):
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "facilitator.bench.bare", str(folder / "bare.db")),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        self.pid = self.process.pid
        self.address = f"http://127.0.0.1:{int(await self.process.stdout.readline())}"
        self.leader = BarePhone(self.address, 0, self.hear_count)
        await self.leader.connect()

    def hear_count(self, event, moment):
        if b'"statements-changed"' in event:
            self.counted(moment)

    async def change(self):
        await self.leader.post("/stage")

    def phone(self, number):
        return BarePhone(self.address, number, self.hear)

    async def close(self):
        await super().close()
        await self.leader.close()
        self.process.stdin.close()
        await self.process.wait()
