"""A room with words in it, scanned as an outsider, as a participant and as the facilitator."""

from pathlib import Path

import aiohttp
from fresh_keys import fresh_keys
from rooms import running_room
from scanner import scan

from facilitator.bench.phone import Phone
from facilitator.rehearsal.commands import DEMO_PASSPHRASE, rehearse_demo

QUESTIONS = ("going-on", "feeling")
ACCOUNTS = 4
# What ends the scan's own pass, or the room it looks at, as the button there says. None of it is a weakness.
ENDS = ("/sign-out", "/w/*/leaving", "/w/*/closing", "/helpers/others/end", "/people/*/removal")


async def play(folder, seconds, rehearsed=False):
    """seconds: what each of the three scans may take. rehearsed: with the demonstration's whole day in the file too.

    Returns role → {findings, reached, answers: "POST 200" → how often, still_in: whether the pass was good to the end},
    and besides "forged", what forms with a file answer to a false token, and "faults", what the server confessed to.
    """
    folder = Path(folder)
    if rehearsed:
        rehearse_demo(folder / "data")
    async with running_room(folder, DEMO_PASSPHRASE if rehearsed else None) as room:
        await fill(room)
        at, review = room.leader.at, room.leader.review
        outside = ["/join", "/unlock", "/reviews", review, at(""), at("/console"), at("/wall"), at("/mine")]
        phone = [at(""), at("/mine"), at("/help"), at("/device"), at("/console"), at("/wall"), "/reviews", review]
        leading = ["/reviews", review, at("/console"), at("/wall"), at("/people"), at("/heard"), at("/patterns")]
        if rehearsed:
            leading += ["/reviews/1", "/reviews/1/findings", "/reviews/1/findings/1", "/reviews/1/board"]
        scans = {
            "outsider": (None, outside),
            "participant": (room.phones[0].http, phone),
            "facilitator": (room.leader.http, leading),
        }
        told = {}
        for role, (http, starts) in scans.items():
            async with fresh_keys(room.server.address) as (address, answers):
                found, reached = await scan(address, folder / role, seconds, starts, ENDS, http)
            kept = bool(http) and await lets_in(http, room.server.address + starts[0])
            told[role] = {"findings": found, "reached": reached, "still_in": kept, "answers": answers}
        forged = [await forge(room, path) for path in (f"{review}/narrative/sheet", "/reviews/from-case-file")]
        return told | {"forged": forged, "faults": room.server.faults}


async def fill(room):
    for number in range(ACCOUNTS):
        phone = Phone(room.server.address, room.leader.code, number, lambda event, moment: None)
        room.phones.append(phone)
        await phone.read_notice()
        await phone.come_in()
        for question in QUESTIONS:
            await phone.save(room.words(phone), question)


async def lets_in(http, address):
    async with http.get(address, allow_redirects=False) as answer:
        return answer.status == 200


async def forge(room, path):
    """The status for a file sent with a token that is none, by somebody who has the facilitator's cookies."""
    form = aiohttp.FormData({"csrf_token": "wapiti", "key": "0" * 32})
    form.add_field("file", b"GIF89a", filename="pix.gif")
    async with room.leader.http.post(room.server.address + path, data=form) as answer:
        return answer.status
