"""The bench in a process of its own: `python -m facilitator.bench.play SETTINGS`, settings as JSON.

As with the rehearsal, the clients run on asyncio, which the command line's patched process does not bear.
"""

import json
import os
import secrets
import sys
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path

from rich.console import Console

from facilitator.bench import weight
from facilitator.bench.drawings import DRAWINGS, measure
from facilitator.bench.process import cpu_of, memory_of
from facilitator.bench.rows import row, table_of, write
from facilitator.bench.scenarios import ON_ITS_OWN, SCENARIOS, in_parts, join_storm
from facilitator.bench.sides import Bare, Ours
from facilitator.refusal import Refused
from facilitator.rehearsal.apart import play_apart
from facilitator.rehearsal.commands import DEMO_CASE
from facilitator.rehearsal.progress import say
from facilitator.rehearsal.server_process import serving

ALL_WELL, FAILED = 0, 3


def main(settings):
    """settings: phones, seconds, scenario, json. Returns the exit code."""
    play = drawn if settings["scenario"] in DRAWINGS else on_both
    return play_apart(lambda: play(settings), without_answer=FAILED)


async def drawn(settings):
    """One of the largest pictures, measured without phones."""
    return shown([measure(settings["scenario"], settings["seconds"])], settings)


async def on_both(settings):
    if os.name != "nt":
        allow_files(4 * settings["phones"] + 200)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        async with both(Path(folder)) as (ours, bare):
            return await bench(ours, bare, settings)


def allow_files(number):
    """Each phone needs some connections, and each connection a file."""
    import resource  # not on Windows, which has no such limit

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < number:
        raise Refused(f"This system allows {hard} open files; so many phones need {number}. Take fewer phones.")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, number), hard))


@asynccontextmanager
async def both(folder):
    """Both servers, running, and stopped whatever happens."""
    async with serving(folder / "data", secrets.token_hex(12)) as server:
        ours, bare = Ours(server), Bare()
        try:
            await bare.prepare(folder)
            await ours.prepare(DEMO_CASE)
            yield ours, bare
        finally:
            await ours.close()
            await bare.close()


async def bench(ours, bare, settings):
    """Play what was asked for, show it and write it. Returns the exit code."""
    wanted = SCENARIOS if settings["scenario"] == "all" else {settings["scenario"]: None}
    rows = []
    for side in (ours, bare):
        side.phones = [side.phone(number) for number in range(settings["phones"])]
        if "join-storm" not in wanted:
            await come_in_quietly(side)
    for name in wanted:
        rows.append(await measured(name, ours, bare, settings))
        say.print(f"  {name}: {rows[-1].samples} samples, {rows[-1].failed} failed, p95 {rows[-1].p95_ms} ms")
    lost = await ours.lost()
    say.print(f"Acknowledged and not in the archive: {lost}. {await weight.of_page(ours.phones[0])}")
    return shown(rows, settings) or (FAILED if lost else ALL_WELL)


def shown(rows, settings):
    """Show the rows and write them where it was asked for. Returns the exit code."""
    # A narrow terminal breaks the lines, which is better than figures cut short.
    Console(width=max(say.width, 110)).print(table_of(rows))
    if settings["json"]:
        write(rows, Path(settings["json"]))
        say.print(f"Written: {settings['json']}", soft_wrap=True)
    return FAILED if any(one.failed for one in rows) else ALL_WELL


async def come_in_quietly(side):
    everyone = side.phones
    for side.phones in in_parts(everyone, 10):
        await join_storm(side, 0)
    side.phones = everyone


async def measured(name, ours, bare, settings):
    """One scenario, first against ours, then against the bare server."""
    play = {**SCENARIOS, **ON_ITS_OWN}[name]
    memory, cpu = memory_of(ours.pid), cpu_of(ours.pid)
    times, failed = await play(ours, settings["seconds"])
    used, after = {}, memory_of(ours.pid)
    if memory:
        used = {
            "cpu_ms": round(1000 * (cpu_of(ours.pid) - cpu) / max(1, len(times)), 1),
            "server_mb": after,
            "growth_mb": round(after - memory, 1),
        }
    limit, _ = await play(bare, settings["seconds"])
    return row(name, settings["phones"], times, failed, limit, **used)


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
