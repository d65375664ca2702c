"""Questions of a stage of choices that are answered in words alone: what surprised us, open questions. (method.md, 7)

They come after the choice, one at a time. Who was not involved is asked too. A script need not ask them.
"""

from flask import request

from facilitator.perspectives.accounts_on_wall import wall_pages
from facilitator.perspectives.asking import own_at, own_silences_at, standing_at


def asked_in_words(room):
    """The questions of this step that are answered in words alone."""
    return [one for one in room.stage.questions if one.key in room.kind.in_words]


def given_in_words(room):
    """What stands at this step in answer to them."""
    keys = {one.key for one in asked_in_words(room)}
    return [one for one in standing_at(room) if one.question in keys]


def by_question(room):
    """Pairs of question and statements, of those that have any."""
    given = given_in_words(room)
    found = [(asked, [one for one in given if one.question == asked.key]) for asked in asked_in_words(room)]
    return [pair for pair in found if pair[1]]


def on_phone(draw):
    """What draw(room, participant) gives, and the question in words: the one asked for, or the next once they chose."""

    def phone(room, participant):
        shown = draw(room, participant)
        own, silent = own_at(room, participant), own_silences_at(room, participant)
        questions = asked_in_words(room) if room.episode else []
        asked = next((one for one in questions if one.key == request.values.get("q")), None)
        if next_is_due(room, shown) and "q" not in request.values:
            asked = next((one for one in questions if one.key not in own.keys() | silent.keys()), None)
        told = by_question(room) if room.is_revealed else []
        return {**shown, "questions": questions, "asked": asked, "own": own, "silent": silent, "told": told}

    return phone


def next_is_due(room, shown):
    """Whether a phone goes on by itself: who has answered goes on to the words, until the room looks at the spread."""
    return (shown["mine"] or shown["silence"]) and not room.is_revealed


def on_wall(draw):
    """The spread first; then, once revealed, the words side by side, a question at a time."""

    def wall(room):
        pages = [None]
        if room.is_revealed:
            pages += wall_pages(room, given_in_words(room), {}, below=False)
        page = min(room.wall_page, len(pages) - 1)
        return {**draw(room), "pages": len(pages), "page": page, "shown": pages[page]}

    return wall


def on_console(draw):
    """The words beside the choice and those in answer to a question of their own, apart."""

    def console(room):
        shown = draw(room)
        apart = by_question(room) if room.is_revealed else []
        in_words = {one.id for _, given in apart for one in given}
        beside = [one for one in shown["statements"] if one.id not in in_words]
        return {**shown, "statements": beside, "by_question": apart}

    return console
