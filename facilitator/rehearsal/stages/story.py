"""The first part of the day: what happened, and which moments to study."""

import asyncio

from facilitator.narrative.dates import label
from facilitator.rehearsal.page import one_line


async def welcome(day, _):
    await asyncio.gather(*(person.choose("/ready") for person in day.people))


async def tell_what_happened(day, _):
    """People add to the narrative and dispute it. What somebody else adds is seen, and disputed, after the reveal."""
    given = day.case.corrections
    added = {correction.add.key for correction in given if correction.add}
    first = [correction for correction in given if correction.entry not in added]
    await day.everyone(lambda person: correct(day, person, first))
    await day.change_if_offered("/reveal")
    if late := [correction for correction in given if correction.entry in added]:
        await day.everyone(lambda person: correct(day, person, late))


async def correct(day, person, corrections):
    for correction in corrections:
        if correction.by == person.key and correction.add:
            await add_entry(day, person, correction.add)
        elif correction.by == person.key:
            await dispute(day, person, correction)


async def add_entry(day, person, entry):
    await person.draw_stage(do="add")
    lane = next(agency.name for agency in day.case.agencies if agency.key == entry.agency)
    given = {"when": entry.when, "source": entry.source, "agency": person.page.choice("agency", one_line(lane))}
    await person.say(f"{person.key}.add.{entry.key}", entry.text, "/narrative/entries", answers=given)


async def dispute(day, person, correction):
    entry = entry_of(day, correction.entry)
    number = person.number_of_entry(label(entry.when), one_line(entry.text))
    await person.draw_stage(do="dispute", entry=number)
    await person.say(f"{person.key}.dispute.{entry.key}", correction.dispute, f"/entries/{number}/dispute")


async def name_turning_points(day, _):
    """The first of those who proposed an episode proposes it. What nobody proposed, the facilitator adds later."""

    async def propose(person):
        for episode in day.case.episodes:
            if episode.why and episode.proposed_by[:1] == (person.key,):
                entries = [person.box("entries", *marks_of(entry_of(day, key))) for key in episode.entries]
                given = {"title": episode.title, "when": episode.when, "kind": episode.kind, "entries": entries}
                await person.say(f"{episode.key}.why", episode.why, "/turning-points", field="why", answers=given)

    await day.everyone(propose)


def entry_of(day, key):
    added = [correction.add for correction in day.case.corrections if correction.add]
    return next(entry for entry in [*day.case.narrative, *added] if entry.key == key)


def marks_of(entry):
    """By what an entry is known again on a phone, where it is shown with its date and cut short."""
    return f"· {label(entry.when)} ·", one_line(entry.text)[:40]


async def choose_episodes(day, _):
    """Those who also proposed an episode support it; then the facilitator chooses all, in the order of the file."""
    for episode in day.case.episodes:
        if not (episode.why and episode.proposed_by):
            await day.desk.add_episode(episode)
    await day.all_settled()

    async def support(person):
        for episode in day.case.episodes:
            if person.key and person.key in episode.proposed_by[1:]:
                await person.choose("/support", beside=one_line(episode.title))

    await day.everyone(support)
    for episode in day.case.episodes:
        good = {"good_practice": "yes"} if episode.practice == "good" else {}
        await day.leader.do("/choice", beside=one_line(episode.title), answers=good)
