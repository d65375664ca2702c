"""The second part: each chosen episode from where people stood, what shaped it, how good and how usual it was."""

from facilitator.rehearsal.stages import groups, second_thoughts


async def remember(day, episode):
    """The view at the time: each answers what speaks to them. Who is not among the accounts was not involved."""
    together = episode and groups.is_told_in_groups(day, episode)
    if together:
        await groups.tell_in_groups(day, episode, alone=lambda person: tell_alone(person, episode))

    async def answer(person):
        if not together:
            await tell_alone(person, episode)
        if person.key not in episode.accounts:
            await person.not_involved()
        if said := episode.colleagues.get(person.key):
            await tell_of_colleagues(person, episode, said)

    await day.everyone(answer if episode else None)
    if together:
        await groups.end(day)
    await second_thoughts.say_more(day, episode)
    if episode and episode.differences:
        await day.change_if_offered("/reveal")
        for difference in episode.differences:
            await day.desk.mark_difference(difference)


async def tell_alone(person, episode):
    for question, words in episode.accounts.get(person.key, {}).items():
        await person.draw_stage(q=question)
        await person.say(f"{person.key}.{episode.key}.{question}", words, "/statements", question=question)


async def tell_of_colleagues(person, episode, said):
    """What most colleagues would have done: a choice, and words for those who have some."""
    await person.draw_stage(q="colleagues")
    if said.words:
        name = f"{person.key}.{episode.key}.colleagues"
        await person.say(name, said.words, "/colleagues", answers={"answer": said.answer})
    else:
        await person.choose("/colleagues", {"answer": said.answer})


async def say_what_helped_and_hindered(day, episode):
    async def name_influences(person):
        own = [one for one in episode.influences if one.by == person.key]
        for number, influence in enumerate(own, 1):
            name = f"{person.key}.{episode.key}.influence-{number}"
            await person.say(name, influence.how, "/influences", field="how", answers=chosen(person, influence))
        if not own:
            await person.not_involved()

    await day.everyone(name_influences if episode else None)


def chosen(person, influence):
    """An influence as it is chosen on the phone: from the list if it is there, else in one's own words."""
    given = {"effect": influence.effect, "weight": influence.weight}
    known = f"{influence.factor}:{influence.item}"
    if person.page.one("//select[@name='known']//option[@value=$known]", known=known) is not None:
        return given | {"known": known}
    return given | {"factor": influence.factor, "item": influence.item}


async def appraise(day, episode):
    """How good it was; then what surprised people, and what is still open."""

    async def answer(person):
        await give_answer(person, "/appraisals", episode.appraisal)
        for question, said in (("surprised", episode.surprised), ("open-questions", episode.open_questions)):
            if words := said.get(person.key):
                await person.draw_stage(q=question)
                await person.say(f"{person.key}.{episode.key}.{question}", words, "/statements", question=question)

    await day.everyone(answer if episode else None)


async def say_how_usual(day, episode):
    """After the last answer about the last episode the room sees how the case went on."""
    await day.everyone(lambda person: give_answer(person, "/usual", episode and episode.usual))
    if episode is day.case.episodes[-1]:
        await day.leader.do("/curtain/lifting")


async def give_answer(person, ending, answers):
    if answers and person.key in answers:
        await person.choose(ending, {"answer": answers[person.key]})
    else:
        await person.not_involved()
