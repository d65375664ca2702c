"""The last episode is told in small mixed groups: in each, one phone writes down who said what."""

import asyncio
import re
import secrets
from collections import defaultdict

from facilitator.groups.forming import FEWEST
from facilitator.refusal import Refused
from facilitator.rehearsal.browser import Browser, TurnedDown
from facilitator.rehearsal.screen import now
from facilitator.rehearsal.words import Words

SIZE = "4"
GROUP, SEAT = re.compile(r"Group (\d+)"), re.compile(r"You are seat (\d+)\.")
TOLD = "was written down for you"


def is_told_in_groups(day, episode):
    """Whether the room tells this episode in groups: it is the last one, and enough people are here."""
    return episode is day.case.episodes[-1] and len(day.people) >= FEWEST


async def tell_in_groups(day, episode, alone):
    """Form groups, and tell the accounts of an episode there.

    alone(person): how somebody tells theirs in whose group nobody has a phone. Refused when a phone does not show what
    was written down for its owner.
    """
    await at_desk(day, "/groups", size=SIZE)
    groups = defaultdict(list)
    for person in day.people:
        groups[seen_by(person, GROUP)].append(person)
    await asyncio.gather(*(tell(day, members, episode, alone) for members in groups.values()))
    for person in day.people:
        await check(person, episode)


async def end(day):
    await at_desk(day, "/groups/end")


async def at_desk(day, ending, **answers):
    """The facilitator does something on the page of the groups, and every phone hears of it."""
    page = await day.desk.show(day.leader.at("/groups"))
    await day.change(lambda: day.desk.send(page.must(ending), **answers))


def seen_by(person, pattern):
    """The number that this person's phone shows."""
    found = pattern.search(person.page.words("//*[@id='stage']"))
    if found is None:
        raise Refused(f"The phone of {person.person.role} does not say which group it is in.")
    return int(found[1])


async def tell(day, members, episode, alone):
    """One after the other says what they have to say, and the group's phone writes it down."""
    writer = next((one for one in members if one.page.link("Write for the group")), None)
    for person in members:
        if writer is None:
            await alone(person)
            continue
        for question, text in episode.accounts.get(person.key, {}).items():
            words = Words(f"{person.key}.{episode.key}.{question}", person.person.agency, person.person.role, text)
            day.given.append(words)
            await write_down(writer, person, question, words)
            day.showing.update()


async def write_down(writer, person, question, words):
    window = Browser(writer.address, beside=writer)
    page = await window.show(writer.page.link("Write for the group"))
    await writer.think()
    given = {"whose": seen_by(person, SEAT), "question": question, "key": secrets.token_hex(16)}
    sent = now()
    try:
        await window.press(page.must("/groups/words"), text=words.text, **given)
    except TurnedDown as turned_down:
        words.turn_down(turned_down)
        return
    finally:
        await window.close()
    writer.measures.saves.append((sent, now()))
    words.saved = True


async def check(person, episode):
    """Whoever did not write it themselves is told, on their own phone, how much was written down for them."""
    await person.draw_stage()
    told, shown = len(episode.accounts.get(person.key, {})), person.page.words("//*[@id='stage']").count(TOLD)
    if shown != told:
        raise Refused(f"{told} were written down for {person.person.role}, whose phone shows {shown}.")
