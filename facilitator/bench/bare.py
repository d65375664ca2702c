"""The limit: the least a server can do that keeps what people say. `python -m facilitator.bench.bare FILE`.

asyncio, one SQLite file with the same durability as ours (WAL, synchronous=FULL), no encryption, no rights, no pages:
POST /save inserts a row, commits, tells every socket and answers; POST /tell only writes a version and tells.
It prints its port and ends with its standard input.
"""

import asyncio
import sqlite3
import sys

from aiohttp import WSMsgType, web

ROWS = web.AppKey("rows", sqlite3.Connection)
SOCKETS = web.AppKey("sockets", set)


def open_file(path):
    rows = sqlite3.connect(path, isolation_level=None)
    for setting in ("journal_mode = WAL", "synchronous = FULL"):
        rows.execute(f"PRAGMA {setting}")
    rows.execute("CREATE TABLE statement (id INTEGER PRIMARY KEY, key TEXT UNIQUE, text TEXT)")
    rows.execute("CREATE TABLE version (number INTEGER)")
    rows.execute("INSERT INTO version VALUES (0)")
    return rows


def in_one_transaction(rows, *statements):
    rows.execute("BEGIN IMMEDIATE")
    for statement in statements:
        rows.execute(*statement)
    version = rows.execute("UPDATE version SET number = number + 1 RETURNING number").fetchone()[0]
    rows.execute("COMMIT")
    return version


async def tell(app, nudge):
    for socket in tuple(app[SOCKETS]):
        await socket.send_str(nudge)


async def save(request):
    form = await request.post()
    kept = "INSERT INTO statement (key, text) VALUES (?, ?)", (form["key"], form["text"])
    version = in_one_transaction(request.app[ROWS], kept)
    await tell(request.app, f'42["changed",{{"name":"statements-changed","version":{version}}}]')
    return web.Response(text="saved")


async def stage(request):
    version = in_one_transaction(request.app[ROWS])
    # About as long as the stage that we push.
    await tell(request.app, f'42["changed",{{"name":"stage-changed","version":{version},"html":"{"." * 300}"}}]')
    return web.Response(text="told")


async def come_in(request):
    in_one_transaction(request.app[ROWS])
    return web.Response(text="in")


async def listen(request):
    socket = web.WebSocketResponse(compress=False)
    await socket.prepare(request)
    request.app[SOCKETS].add(socket)
    try:
        async for message in socket:
            if message.type == WSMsgType.ERROR:
                break
    finally:
        request.app[SOCKETS].discard(socket)
    return socket


async def serve(path):
    app = web.Application()
    app[ROWS], app[SOCKETS] = open_file(path), set()
    app.add_routes([web.post("/save", save), web.post("/stage", stage), web.post("/join", come_in)])
    app.add_routes([web.get("/listen", listen)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)  # noqa: T201
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))
