"""A page that is as weak as ours must not be: it says back what it is asked, as markup."""

import asyncio
from pathlib import Path

from aiohttp import web
from scanner import scan

FORM = "<title>Weak</title><form action='/'><input name='asked'></form><a href='/?asked=it'>Ask</a><p>{}</p>"


async def play(folder, seconds, modules, answers_after=0.0):
    """What is found on it. answers_after: the seconds it takes for each answer."""

    async def answer(request):
        await asyncio.sleep(answers_after)
        return web.Response(text=FORM.format(request.query.get("asked", "")), content_type="text/html")

    app = web.Application()
    app.router.add_get("/{anything:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = site._server.sockets[0].getsockname()[1]
    try:
        found, reached = await scan(f"http://127.0.0.1:{port}", Path(folder) / "weak", seconds, modules=modules)
    finally:
        await runner.cleanup()
    return {"findings": found, "reached": reached}
