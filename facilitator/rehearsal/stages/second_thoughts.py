"""Some words do not stay as they were given: their giver corrects or withdraws them, or they are set aside.

What the lists hold is pointed out in them, and only their giver changes it.
"""

import re

from facilitator.refusal import Refused
from facilitator.rehearsal.browser import Browser
from facilitator.rehearsal.page import one_line, plain
from facilitator.rehearsal.words import SET_ASIDE, WITHDRAWN, Words


async def say_more(day, episode):
    """They are given with the others, before anybody reads them."""
    for one in about(day, episode):
        person = giver(day, one)
        await person.draw_stage(q=one.question)
        await person.say(name(one), one.text, "/statements", question=one.question)


async def think_again(day, episode):
    """Once all have seen them, somebody thinks again."""
    for one in about(day, episode):
        words = next(words for words in day.given if words.name == name(one))
        if not words.saved:
            continue
        card = await card_on_console(day, words)
        day.lists.must_stand(words.text, card, f"The console, beside the words of {words.name},")
        if one.because:
            await set_aside(day, card, words, one.because)
        elif one.instead:
            await correct(day, giver(day, one), words, one.instead)
        else:
            await withdraw(giver(day, one), words)
    await day.all_settled()


def about(day, episode):
    return [one for one in day.case.second_thoughts if episode and one.episode == episode.key]


def giver(day, thought):
    return next(person for person in day.people if person.key == thought.by)


def name(thought):
    return f"{thought.by}.{thought.episode}.{thought.question}.second-thought"


async def card_on_console(day, words):
    return card_of(await day.desk.show(day.leader.at("/console")), words)


async def set_aside(day, card, words, reason):
    """The facilitator sets a statement aside, on the page to which its card on the console leads."""
    page = await day.desk.show(card.xpath("string(.//a[starts-with(normalize-space(), 'Set aside')]/@href)"))
    await day.desk.send(page.must("/setting-aside"), reason=reason)
    words.ended, words.because = SET_ASIDE, reason


async def correct(day, person, words, instead):
    """Their giver puts other words in their place. Both versions stay on record."""
    window, page = await own_words(person, words)
    new = Words(f"{words.name}.instead", words.agency, words.role, instead)
    day.given.append(new)
    await window.send(page.must(f"/statements/{words.number}/correction"), text=instead)
    await window.close()
    new.saved = True


async def withdraw(person, words):
    window, page = await own_words(person, words)
    await window.send(page.must(f"/statements/{words.number}/withdrawal"))
    await window.close()
    words.ended = WITHDRAWN


async def own_words(person, words):
    """The page “What I have said” in a window beside the phone; the words get the number that they have there."""
    window = Browser(person.address, beside=person)
    page = await window.show(person.page.link("What I have said"))
    words.number = int(re.search(r"S-(\d+)", plain(card_of(page, words)))[1])
    return window, page


def card_of(page, words):
    """The card in which a page shows these words. Refused when there is none."""
    for card in page.all("//article[.//blockquote]"):
        if plain(card.find(".//blockquote")) == one_line(words.text):
            return card
    raise Refused(f"The page “{page.words('//title')}” does not show the words of {words.name}.")
