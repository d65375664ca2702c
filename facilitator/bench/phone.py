"""A phone as the bench has them: it comes in by the pages, gives words as words.js does, and listens."""

import asyncio
import random
import re
import secrets

import aiohttp

from facilitator.bench.ear import listen

TOKEN = re.compile(r'name="csrf-token" content="([^"]+)"')
WORKSHOP = re.compile(r'data-workshop="(\d+)"')
LATER = re.compile(r'data-later="(\d+)"')
AGENCY = re.compile(r"agency=(\d+)")
STAGE = "05-view-at-the-time"
DRAWS_ANEW = {"HX-Request": "true"}  # as htmx says it
GIVES = {**DRAWS_ANEW, "Prefer": "return=minimal"}  # as outbox.js says it
PATIENCE = aiohttp.ClientTimeout(total=60)


class Failed(Exception):
    """The server answered something else than yes."""


class Phone:
    """address: of the server. number: counts the phones. hear(event, moment): called for each event on its socket."""

    def __init__(self, address, code, number, hear, origin=None):
        self.address, self.code, self.number, self.hear = address, code, number, hear
        self.http = aiohttp.ClientSession(
            cookie_jar=aiohttp.CookieJar(unsafe=True), headers={"Origin": origin or address}, timeout=PATIENCE
        )
        self.ear, self.html, self.token = None, "", None
        self.saved, self.drawing = [], None

    async def close(self):
        if self.drawing:
            self.drawing.cancel()
        if self.ear:
            self.ear.close()
        await self.http.close()

    async def get(self, path, headers=None):
        async with self.http.get(self.address + path, headers=headers) as answer:
            return good(answer, await answer.text())

    async def post(self, path, **form):
        data = {"csrf_token": self.token, **form}
        async with self.http.post(self.address + path, data=data, headers=GIVES) as answer:
            return good(answer, await answer.text())

    # Coming in.

    async def read_notice(self):
        """Everything before the last tap: the code, the notice, the choice of a position."""
        self.token = TOKEN.search(await self.get("/join"))[1]
        await self.post("/join", code=self.code)
        agencies = AGENCY.findall(await self.get(f"/join/{self.code}/position"))
        self.agency = agencies[self.number % len(agencies)]
        await self.get(f"/join/{self.code}/position?agency={self.agency}")

    async def come_in(self):
        """The last tap: the server lets the phone in, its page comes, its socket is open."""
        self.html = await self.post(f"/join/{self.code}", agency=self.agency, role="Observer")
        self.token = TOKEN.search(self.html)[1]
        await self.connect()

    async def connect(self):
        auth = {"workshop": int(WORKSHOP.search(self.html)[1]), "as": "phone"}
        cookie = "; ".join(f"{one.key}={one.value}" for one in self.http.cookie_jar)
        self.ear = await listen(self.address, self.hear, cookie=cookie, auth=auth)

    async def come_back(self):
        """After a lost connection: in touch again, and up to date."""
        await self.connect()
        await self.get(f"/w/{self.code}/now", DRAWS_ANEW)

    # Giving.

    async def save(self, text, question="going-on", key=None):
        """Give words to a question of the view at the time. Returns when the server has said that they are saved."""
        given = {"stage": STAGE, "episode": "", "question": question, "text": text}
        answer = await self.post(f"/w/{self.code}/statements", key=key or secrets.token_hex(16), **given)
        self.saved.append(text)
        if later := LATER.search(answer):
            self.drawing = asyncio.ensure_future(self.draw_within(int(later[1]) / 1000))

    async def draw_within(self, seconds):
        await asyncio.sleep(random.random() * seconds)  # noqa: S311 - not all phones at the same instant
        await self.draw_stage()

    async def draw_stage(self):
        await self.get(f"/w/{self.code}/stage", DRAWS_ANEW)


def good(answer, text):
    if answer.status >= 400:
        raise Failed(f"{answer.status} at {answer.url.path.split('/')[-1]}")
    return text


class BarePhone:
    """The same phone in front of the bare server."""

    def __init__(self, address, number, hear):
        self.address, self.number, self.hear = address, number, hear
        self.http = aiohttp.ClientSession(timeout=PATIENCE)
        self.ear = self.drawing = None

    close = Phone.close

    async def post(self, path, **form):
        async with self.http.post(self.address + path, data=form) as answer:
            return good(answer, await answer.text())

    async def read_notice(self):
        """There is none."""

    async def come_in(self):
        await self.post("/join")
        await self.connect()

    async def connect(self):
        self.ear = await listen(self.address, self.hear, path="/listen")

    come_back = come_in

    async def save(self, text):
        await self.post("/save", key=secrets.token_hex(16), text=text)
