"""The last part: patterns, draft findings, and questions for the board."""

from facilitator.rehearsal.desk import answers_in
from facilitator.rehearsal.made_up import HASTY


async def put_patterns_together(day, _):
    """The facilitator names the patterns; the group takes those from which the case file draws a finding."""
    missing = {words.name for words in day.given if not words.saved}
    for pattern in day.case.patterns:
        await day.desk.name_pattern(pattern, missing)
    await day.everyone()
    for offer in day.case.offers:
        await answer_offer(day, offer)
    drawn_from = {finding.pattern for finding in day.case.findings}
    for pattern in day.case.patterns:
        if pattern.key in drawn_from:
            await day.desk.take(pattern)
    await day.desk.draft_findings()
    for finding in day.case.findings:
        number = await number_of(day, finding)
        if finding is day.case.findings[0]:
            await write_in_hindsight(day, number, answers_in(finding)[-1])
        await day.desk.write_finding(number, finding)


async def write_in_hindsight(day, number, answer):
    """A sentence as one writes it who knows how the case ended. It is pointed out, and another takes its place."""
    await day.desk.write(number, answer, HASTY)
    place = await day.desk.paragraph(number, answer)
    day.lists.must_stand(HASTY, place, f"The desk, in finding {number},", only_wordings=True)


async def answer_offer(day, offer):
    """The group's yes or no to a question. What it takes is put together with the pattern it belongs to.

    Somebody doubts it, so it is taken apart, and once the group has looked at both it is put together again.
    """
    await day.desk.answer_offer(offer)
    if offer.into:
        whole = next(pattern for pattern in day.case.patterns if pattern.key == offer.into)
        await day.desk.put_together(offer.title, whole.title)
        await day.desk.take_apart(offer.title, whole.title)
        await day.desk.put_together(offer.title, whole.title)


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
    if given:
        given["sure"] = how_sure(person, given["answer"])
    comments = [comment for comment in finding.comments if comment.by == person.key]
    for number, comment in enumerate(comments, 1):
        name = f"{person.key}.{finding.pattern}.comment-{number}"
        await person.say(name, comment.text, ending, field="comment", answers=given)
    if given and not comments:
        await person.choose(ending, given)


def how_sure(person, answer):
    """Made up, since a case file does not say it: sure people among those who agree, doubt among the others."""
    return {"agree": ("very", "fairly")[len(person.key) % 2], "partly": "fairly", "disagree": "not"}.get(answer, answer)


async def ask_the_board(day, _):
    """The case file does not say who asks, so the facilitator writes the questions where the room can see them."""
    await settle_order(day)
    for finding in day.case.findings:
        number = await number_of(day, finding)
        for question in finding.questions:
            await day.desk.ask(number, question)
    await day.everyone()


async def settle_order(day):
    """The group, which has ranked alone and seen the answers, settles an order; findings left out of it come last."""
    if day.case.order and len(day.case.findings) > 1:
        numbers = {finding.pattern: await number_of(day, finding) for finding in day.case.findings}
        wanted = [pattern for pattern in day.case.order.patterns if pattern in numbers]
        rest = [pattern for pattern in numbers if pattern not in wanted]
        await day.desk.settle_order([numbers[pattern] for pattern in (*wanted, *rest)], day.case.order.because)


async def say_goodbye(day, _):
    """Nothing is asked any more."""
