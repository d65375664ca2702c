"""What a room may do to the server at its worst. Each scenario is played against our server and against the bare one.

A scenario is a coroutine of (side, seconds) that gives (times in seconds, how many failed).
"""

import asyncio
import random

from facilitator.bench.phone import Failed
from facilitator.rehearsal.screen import now

AT_ONCE = 3.0  # seconds within which all save, in trust.md
A_SECOND = 5  # saves
BETWEEN_CHANGES = 0.4  # seconds
BROKEN = (Failed, OSError, asyncio.TimeoutError)


async def timed(act, after=0.0):
    """Seconds an act took, begun after so many seconds; None when it failed."""
    await asyncio.sleep(after)
    began = now()
    try:
        await act
    except BROKEN:
        return None
    except Exception as error:
        if type(error).__module__.split(".")[0] != "aiohttp":
            raise
        return None
    return now() - began


def told_apart(times):
    good = [time for time in times if time is not None]
    return good, len(times) - len(good)


async def all_together(acts, over=0.0):
    """Do everything, each begun at a moment of its own within so many seconds."""
    acts = list(acts)
    starts = [over * place / len(acts) for place in range(len(acts))]
    random.Random(1).shuffle(starts)  # noqa: S311
    return told_apart(await asyncio.gather(*map(timed, acts, starts)))


async def join_storm(side, seconds):
    """All have read the notice and come in in the same instant. In: the page is there and its socket is open."""
    for some in in_parts(side.phones, 10):
        await asyncio.gather(*(phone.read_notice() for phone in some))
    return await all_together(phone.come_in() for phone in side.phones)


async def save_at_once(side, seconds):
    """Everybody saves within three seconds."""
    return await all_together((phone.save(side.words(phone)) for phone in side.phones), over=AT_ONCE)


async def paced(side, seconds):
    """Five saves a second, by one phone after the other."""
    saves = []
    for number in range(int(seconds * A_SECOND)):
        phone = side.phones[number % len(side.phones)]
        saves.append(asyncio.ensure_future(timed(phone.save(side.words(phone)))))
        await asyncio.sleep(1 / A_SECOND)
    return told_apart(await asyncio.gather(*saves))


async def counted(side, seconds):
    """One save after the other: on disk, answered, and counted on the wall."""
    times = []
    for number in range(max(5, int(seconds * A_SECOND))):
        phone = side.phones[number % len(side.phones)]
        try:
            times.append(await side.saved_and_counted(phone, side.words(phone)))
        except BROKEN:
            times.append(None)
        await asyncio.sleep(1 / A_SECOND)
    return told_apart(times)


async def stage_change(side, seconds):
    """The facilitator moves on: until the last phone's socket has the new stage."""
    times = []
    for _ in range(max(5, int(seconds / BETWEEN_CHANGES))):
        try:
            times.append(await side.changed())
        except BROKEN:
            times.append(None)
        await asyncio.sleep(BETWEEN_CHANGES)
    await side.be_where_we_began()
    return told_apart(times)


async def reconnect(side, seconds):
    """Every connection is cut in the same instant. Each phone comes back when it would, and fetches where the group is.

    Counted from a phone's try; Socket.IO waits 250 to 750 ms before it.
    """
    for phone in side.phones:
        phone.ear.close()
    await asyncio.sleep(0.25)
    return await all_together((phone.come_back() for phone in side.phones), over=0.5)


async def soak(side, seconds):
    """Ninety minutes in brief: each phone saves thirty times and loses its connection three times, forty stages."""
    times = []
    for turn in range(30):
        times += [await timed(phone.save(side.words(phone))) for phone in side.phones]
        if turn % 10 == 5:
            await reconnect(side, seconds)
        for _ in range(2 if turn % 3 else 0):
            await side.changed()
    return told_apart(times)


def in_parts(things, size):
    return [things[first : first + size] for first in range(0, len(things), size)]


SCENARIOS = {
    "join-storm": join_storm,
    "save-at-once": save_at_once,
    "paced": paced,
    "counted": counted,
    "stage-change": stage_change,
    "reconnect": reconnect,
}
ON_ITS_OWN = {"soak": soak}
