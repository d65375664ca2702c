"""What the room does at each stage. Each function gets the Day, and the case's episode where the stage is about one."""

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


async def remember(day, episode):
    """The view at the time: each answers what speaks to them. Who is not among the accounts was not involved."""

    async def answer(person):
        for question, words in episode.accounts.get(person.key, {}).items():
            await person.draw_stage(q=question)
            name = f"{person.key}.{episode.key}.{question}"
            await person.say(name, words, "/statements", question=question)
        if person.key not in episode.accounts:
            await person.not_involved()

    await day.everyone(answer if episode else listen)


async def say_what_helped_and_hindered(day, episode):
    async def name_influences(person):
        own = [one for one in episode.influences if one.by == person.key]
        for number, influence in enumerate(own, 1):
            name = f"{person.key}.{episode.key}.influence-{number}"
            await person.say(name, influence.how, "/influences", field="how", answers=chosen(person, influence))
        if not own:
            await person.not_involved()

    await day.everyone(name_influences if episode else listen)


def chosen(person, influence):
    """An influence as it is chosen on the phone: from the list if it is there, else in one's own words."""
    given = {"effect": influence.effect, "weight": influence.weight}
    known = f"{influence.factor}:{influence.item}"
    if person.page.one("//select[@name='known']//option[@value=$known]", known=known) is not None:
        return given | {"known": known}
    return given | {"factor": influence.factor, "item": influence.item}


async def appraise(day, episode):
    await day.everyone(lambda person: give_answer(person, "/appraisals", episode and episode.appraisal))


async def say_how_usual(day, episode):
    await day.everyone(lambda person: give_answer(person, "/usual", episode and episode.usual))


async def give_answer(person, ending, answers):
    if answers and person.key in answers:
        await person.choose(ending, {"answer": answers[person.key]})
    else:
        await person.not_involved()


async def put_patterns_together(day, _):
    """The facilitator names the patterns; the group takes those from which the case file draws a finding."""
    missing = {words.name for words in day.given if not words.saved}
    for pattern in day.case.patterns:
        await day.desk.name_pattern(pattern, missing)
    await day.everyone(listen)
    drawn_from = {finding.pattern for finding in day.case.findings}
    for pattern in day.case.patterns:
        if pattern.key in drawn_from:
            await day.desk.take(pattern)
    await day.desk.draft_findings()
    for finding in day.case.findings:
        await day.desk.write_finding(await number_of(day, finding), finding)


async def listen(person):
    """There is nothing to give here for somebody who only follows the case file."""


async def number_of(day, finding):
    """The number a finding was drafted under."""
    pattern = next(pattern for pattern in day.case.patterns if pattern.key == finding.pattern)
    return await day.desk.number_of(pattern.title, finding.issue)


async def test_findings(day, _):
    numbers = [(finding, await number_of(day, finding)) for finding in day.case.findings]

    async def test(person):
        for finding, number in numbers:
            await test_one(person, finding, f"/findings/{number}/test")

    await day.everyone(test)


async def test_one(person, finding, ending):
    """Does it ring true, and what would they change. Who comments twice corrects what they said first."""
    given = {"answer": finding.test[person.key]} if person.key in finding.test else {}
    comments = [comment for comment in finding.comments if comment.by == person.key]
    for number, comment in enumerate(comments, 1):
        name = f"{person.key}.{finding.pattern}.comment-{number}"
        await person.say(name, comment.text, ending, field="comment", answers=given)
    if given and not comments:
        await person.choose(ending, given)


async def ask_the_board(day, _):
    """The case file does not say who asks, so the facilitator writes the questions where the room can see them."""
    for finding in day.case.findings:
        number = await number_of(day, finding)
        for question in finding.questions:
            await day.desk.ask(number, question)
    await day.everyone(listen)


async def say_goodbye(day, _):
    """Nothing is asked any more."""
