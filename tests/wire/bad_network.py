"""Phones that speak through the proxy, one network after the other, in front of one real server."""

import asyncio
from collections import Counter
from pathlib import Path

import proxy
from outbox import Outbox
from proxy import Proxy
from rooms import running_room, stored_in

QUESTIONS = ("going-on", "feeling")
PHONES = 2  # in each network
AT_ONCE = 6  # networks


async def come_in(room, number):
    phone = Outbox(room.server.address, room.leader.code, number)
    room.phones.append(phone)
    await phone.read_notice()
    await phone.come_in()
    return phone


async def speak(phone, seed):
    """Three answers, and second thoughts on each while the first words may still be on their way."""
    for question in QUESTIONS:
        first = phone.give(f"{seed}/{phone.number}/{question}: at first", question)
        second = phone.give(f"{seed}/{phone.number}/{question}: on second thoughts", question)
        await asyncio.gather(first, second)


async def play(folder, networks, faults=None, bad=0.6):
    """So many networks, each with a seed of its own. faults: names of functions in proxy.py, by default all.

    Returns what was sent, acknowledged and stored, how many tries that took, and how often each fault was met.
    """
    met, faults = Counter(), [getattr(proxy, name) for name in faults] if faults else proxy.FAULTS
    async with running_room(Path(folder)) as room:
        phones = [await come_in(room, number) for number in range(PHONES * AT_ONCE)]

        async def through(first):
            """Some phones, through every so manieth network."""
            for seed in range(first, networks, AT_ONCE):
                async with Proxy(room.server.port, seed, bad, faults) as network:
                    mine = phones[first * PHONES : (first + 1) * PHONES]
                    for phone in mine:
                        await phone.through(network, room.server)
                    await asyncio.gather(*(speak(phone, seed) for phone in mine))
                met.update(network.met)

        await asyncio.gather(*map(through, range(AT_ONCE)))
        stored = [text for text in await stored_in(room) if "/" in text]
    return {
        "sent": [text for phone in phones for text in phone.sent],
        "acknowledged": [text for phone in phones for text in phone.acknowledged],
        "tries": sum(phone.tries for phone in phones),
        "stored": stored,
        "met": met,
    }
