"""Playing a case in a process of its own: `python -m facilitator.rehearsal.play SETTINGS`, settings as JSON.

The command line is patched by gevent, for the sake of the server. The made-up phones run on asyncio, which does not
bear that, and so they live here. Whatever happens, the server that is started here is stopped here.
"""

import asyncio
import json
import os
import secrets
import sys
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path

from facilitator.narrative.case.file import read_case
from facilitator.refusal import Refused
from facilitator.rehearsal import check
from facilitator.rehearsal.apart import REFUSED, play_apart
from facilitator.rehearsal.day import Day
from facilitator.rehearsal.desk import Desk
from facilitator.rehearsal.leader import Leader
from facilitator.rehearsal.made_up import completed
from facilitator.rehearsal.measures import Measures
from facilitator.rehearsal.people import expected_words, people_of
from facilitator.rehearsal.phone import Phone
from facilitator.rehearsal.pointed_out import Lists
from facilitator.rehearsal.progress import Showing, refuse, say, show_missing, show_result
from facilitator.rehearsal.seat import Seat
from facilitator.rehearsal.server_process import serving
from facilitator.rehearsal.wall import Wall

ALL_THERE, MISSING = 0, 3
# The focused day in the words of a setting, where it has its own.
SCRIPTS = {"adults": "adults-focused-day"}


def main(settings):
    """settings: case, phones, data, report, archive, pace. Returns the exit code."""
    return play_apart(lambda: rehearsal(settings), without_answer=REFUSED)


async def rehearsal(settings):
    case_file = Path(settings["case"])
    case = completed(read_case(case_file))
    check_places(settings["report"], settings["archive"])
    with tempfile.TemporaryDirectory(prefix="rehearsal-") as temporary:
        data = Path(settings["data"] or temporary)
        async with serving(data, passphrase_for(data, kept=bool(settings["data"]))) as server:
            try:
                return await rehearse(case, case_file, server, settings)
            except Exception:
                for fault in server.faults:
                    refuse(f"The server said: {fault}")
                raise


def check_places(*paths):
    """Better to refuse now than after the whole day."""
    for path in paths:
        if path and not (Path(path).parent.is_dir() and os.access(Path(path).parent, os.W_OK)):
            raise Refused(f"{path} cannot be written. Choose a folder that is there.")


def passphrase_for(data, kept):
    """From the environment, else made up; for a folder that stays it is shown, since nothing else could open it."""
    if given := os.environ.get("FACILITATOR_PASSPHRASE"):
        return given
    if (data / "vault.json").exists():
        raise Refused(f"{data} has a passphrase already. Set FACILITATOR_PASSPHRASE to it, or choose another folder.")
    made_up = "-".join(secrets.token_hex(3) for _ in range(4))
    if kept:
        say.print(f"This data folder gets the passphrase [bold]{made_up}[/bold]. Keep it.", soft_wrap=True)
    return made_up


async def rehearse(case, case_file, server, settings):
    """Play the day, take report and archive out, and look for every word in them."""
    given, measures = [], Measures()
    everyone = people_of(case, settings["phones"])
    async with AsyncExitStack() as windows:

        def opened(window):
            windows.push_async_callback(window.close)
            return window

        leader = opened(Leader(server.address))
        await leader.sign_in(server.passphrase)
        await leader.prepare(case_file.name, case_file.read_bytes())
        await leader.open_workshop(SCRIPTS.get(case.review.setting, "focused-day"))
        wall, desk = opened(Wall(leader, measures)), opened(Desk(leader, case))
        await wall.hang(leader.code)
        more = (given, measures, settings["pace"])
        people = [
            opened(Phone(server.address, one, *more) if place < settings["phones"] else Seat(leader, one, *more))
            for place, one in enumerate(everyone)
        ]
        with Showing(given, expected_words(case)) as showing:
            await asyncio.gather(*(person.join(leader.code) for person in people))
            lists = Lists(await leader.fetch(leader.at("/hints.json")))
            await Day(case, leader, desk, wall, people, lists, measures, showing).play()
        measures.pointed_out = lists.count
        measures.lost = sum(max(0, person.connections - 1) for person in people)
        report = await leader.take_out("word", server.passphrase)
        archive = await leader.take_out("archive", server.passphrase)
    keep(report, settings["report"])
    keep(archive, settings["archive"])
    return verdict(given, measures, len(everyone), archive, report)


def verdict(given, measures, people, archive, report):
    """Look for every word in archive and report, show what was found, and give the exit code for it."""
    check.find_in_archive(given, archive)
    check.find_in_report(given, report)
    show_result(given, measures, people)
    return MISSING if show_missing(given) else ALL_THERE


def keep(content, path):
    if path:
        Path(path).write_bytes(content)
        say.print(f"Written: {path}")


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
