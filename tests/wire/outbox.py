"""A phone that keeps what was said until the server has it, as static/js/words.js does; its waits are shorter here."""

import asyncio
import itertools
import secrets
import time

import aiohttp

from facilitator.bench.phone import Failed, Phone

GIVES_UP_AFTER = 0.8  # seconds without an answer; ten on a real phone
GIVES_UP_FOR_GOOD = 180  # seconds; a real phone never does
WAITS = (0.02, 0.05, 0.1, 0.2)  # seconds; 1, 2, 4, 8, 15 on a real phone


class Outbox(Phone):
    """sent: every text given here. acknowledged: those the server answered with a yes. tries: how many it took."""

    def __init__(self, address, code, number):
        super().__init__(address, code, number, hear=lambda *_: None)
        self.sent, self.acknowledged, self.tries = [], [], 0
        self.straight = None

    async def through(self, proxy, server):
        """From now on everything goes through the proxy, each request by a connection of its own.

        The names stay the server's: a proxy is a cable and not a place.
        """
        self.address = f"http://127.0.0.1:{proxy.port}"
        if self.straight:
            await self.http.close()
        else:
            self.straight = self.http
        self.http = aiohttp.ClientSession(
            cookies={one.key: one.value for one in self.straight.cookie_jar},
            cookie_jar=aiohttp.CookieJar(unsafe=True),
            headers={"Origin": server.address, "Host": server.address.removeprefix("http://")},
            connector=aiohttp.TCPConnector(force_close=True),
            timeout=aiohttp.ClientTimeout(total=GIVES_UP_AFTER),
        )

    async def close(self):
        await super().close()
        if self.straight:
            await self.straight.close()

    async def give(self, text, question):
        """Give words under one key, again and again until the server says that it has them."""
        key = secrets.token_hex(16)
        self.sent.append(text)
        began = time.monotonic()
        for attempt in itertools.count():
            if time.monotonic() > began + GIVES_UP_FOR_GOOD:
                return
            self.tries += 1
            try:
                await self.save(text, question, key)
            except (aiohttp.ClientError, OSError, TimeoutError):
                await asyncio.sleep(WAITS[min(attempt, len(WAITS) - 1)])
            except Failed as failed:
                if not str(failed).startswith("5"):
                    raise
                await asyncio.sleep(WAITS[-1])
            else:
                self.acknowledged.append(text)
                return
