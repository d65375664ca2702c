"""The view at the time on phone, wall and console."""

from collections import Counter

from flask import g, request

from facilitator.perspectives.accounts_on_wall import wall_pages
from facilitator.perspectives.asking import answered_at, own_at, own_silences_at, silences_at, standing_at
from facilitator.perspectives.box import open_box, slips_at
from facilitator.perspectives.choosing import (
    choice_made,
    choices_asked,
    is_kept,
    last_version,
    spreads_at,
    take_pictures,
    who_chose,
)
from facilitator.reviews.small_groups import SMALLEST_GROUP, is_small
from facilitator.workshops import tally
from facilitator.workshops.labels import names_somebody, promise


def answered(room):
    return answered_at(room) | who_chose(room)


def phone(room, participant):
    """One question at a time: the one asked for, else the first without an answer. Revealed accounts below."""
    own, silent = answers_of(room, participant)
    picked = picked_by(room, participant)
    choices = choices_asked(room)
    questions = questions_for(room, choices)
    wanted = request.form.get("question") if g.get("refused") else request.values.get("q")
    open_ones = [one for one in questions if not {one.key} & (own.keys() | silent.keys() | picked.keys())]
    if silent.get(""):
        # Who was not there gave no account, but can tell what a colleague in that place would have done.
        open_ones = [one for one in open_ones if one.key in choices]
    asked = next((question for question in questions if question.key == wanted), None) or next(iter(open_ones), None)
    return {
        "own": own,
        "picked": picked,
        "beside_choice": last_version(asked and own.get(asked.key)),
        "send_to": choices[asked.key].send_to if asked and asked.key in choices else None,
        "questions": questions,
        "silent": silent,
        "uninvolved": silent.get(""),
        "promise": promise(room, participant),
        "names_somebody": names_somebody(room, participant),
        "asked": asked,
        "asked_number": questions.index(asked) + 1 if asked else len(questions),
        "accounts": standing_at(room) if room.is_revealed else [],
    }


def picked_by(room, participant):
    """Key → what this participant chose, for the questions of the step that have choices."""
    found = {key: choice_made(one.model, participant, room.episode) for key, one in choices_asked(room).items()}
    return {key: row for key, row in found.items() if row}


def questions_for(room, choices):
    """The questions this phone is asked; one whose choices a later noun keeps only while it is not closed."""
    return [one for one in room.stage.questions if not is_kept(one) or is_open(one, choices, room)]


def is_open(question, choices, room):
    return question.key in choices and not choices[question.key].closed(room)


def answers_of(room, participant):
    """What this phone has answered: own statements and answers without words, each by question.

    Where words carry no position only the tally knows of them, and not which they are.
    """
    if room.is_authorless:
        answers = tally.answers_of(room, participant)
        return {key: None for key in answers if not answers[key]}, {key: one for key, one in answers.items() if one}
    own = own_at(room, participant)
    return own, own_silences_at(room, participant)


def wall(room):
    """Before the reveal nothing but the question; then the accounts of one question side by side, paged."""
    if not room.is_revealed:
        return {"pages": 0}
    uninvolved = uninvolved_agencies(room)
    spreads = spreads_at(room)
    pages = wall_pages(room, standing_at(room), spreads, below=bool(uninvolved))
    page = min(room.wall_page, max(len(pages) - 1, 0))
    shown = pages[page] if pages else None
    return {"pages": len(pages), "page": page, "shown": shown, "uninvolved": uninvolved, "spreads": spreads}


def opened(room):
    """What the reveal opens: the box of words without an author, and how the answers beside them spread."""
    open_box(room)
    take_pictures(room)


def uninvolved_agencies(room):
    """The agencies in which five people and more said that they were not involved, in the review's order.

    Of fewer it is not told: where one person of an agency has come, the agency is a name. (trust.md, 4)
    """
    said = Counter(one.participant.agency for one in silences_at(room) if one.question == "")
    return sorted((agency for agency in said if not is_small(said[agency])), key=lambda agency: agency.number)


def console(room):
    """For the console: the accounts once revealed, never before, and how many said they were not involved."""
    statements = standing_at(room) if room.is_revealed else []
    by_question = [
        (question, [one for one in statements if one.question == question.key]) for question in room.stage.questions
    ]
    silences = [one for one in silences_at(room) if one.question == ""]
    spreads = spreads_at(room)
    pages = wall_pages(room, statements, spreads, below=bool(silences)) if room.is_revealed else []
    few_written = room.is_authorless and len(slips_at(room)) < SMALLEST_GROUP
    shown = {"by_question": by_question, "uninvolved": silences, "wall_pages": len(pages), "spreads": spreads}
    return {**shown, "few_written": few_written}
