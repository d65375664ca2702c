"""Between a scanner and the server: gives each thing that is sent a key of its own, as the pages' scripts do.

A scanner sends one form over and over under the key that stood in it. After the first time the server refuses other
words under that key, and not one of its attacks would ever be stored.
"""

import re
import secrets
from collections import Counter
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web
from yarl import URL

KEY = re.compile(rb"\bkey=[0-9a-f]{32}\b")
OURS_TO_SAY = {"host", "content-length", "transfer-encoding", "connection", "content-encoding"}


@asynccontextmanager
async def fresh_keys(server):
    """Gives (the address to scan, answers): how often the server answered with each status, "GET 200" → 17."""
    answers = Counter()
    unread = aiohttp.DummyCookieJar()

    async def pass_on(request):
        body = KEY.sub(lambda _: b"key=" + secrets.token_hex(16).encode(), await request.read())
        headers = {name: value for name, value in request.headers.items() if name.lower() not in OURS_TO_SAY}
        own = {"headers": headers | {"Host": server.removeprefix("http://")}, "data": body, "allow_redirects": False}
        async with http.request(request.method, URL(server + request.raw_path, encoded=True), **own) as answer:
            answers[f"{request.method} {answer.status}"] += 1
            said = web.Response(status=answer.status, body=await answer.read())
            for name, value in answer.headers.items():
                if name.lower() not in OURS_TO_SAY:
                    said.headers.add(name, value)
            return said

    app = web.Application(client_max_size=2**20)
    app.router.add_route("*", "/{anything:.*}", pass_on)
    runner = web.AppRunner(app)
    async with aiohttp.ClientSession(cookie_jar=unread) as http:
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        try:
            yield f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}", answers
        finally:
            await runner.cleanup()
