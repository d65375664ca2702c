"""The view at the time on phone, wall and console."""

from flask import request

from facilitator.perspectives.asking import answered_at, own_at, silences_at, standing_at

ACCOUNTS_ON_A_PAGE = 3
LONGEST_ON_A_PAGE = 300  # signs of one account that fit its column on the wall at reading size


def answered(room):
    return answered_at(room)


def phone(room, participant):
    """One question at a time: the one asked for, else the first without an answer. Revealed accounts below."""
    own = own_at(room, participant)
    silent = {one.question: one for one in silences_at(room) if one.participant_id == participant.id}
    questions = list(room.stage.questions)
    wanted = request.values.get("q")
    open_ones = [question for question in questions if question.key not in own and question.key not in silent]
    asked = next((question for question in questions if question.key == wanted), None) or next(iter(open_ones), None)
    return {
        "own": own,
        "silent": silent,
        "uninvolved": silent.get(""),
        "asked": None if silent.get("") and not wanted else asked,
        "asked_number": questions.index(asked) + 1 if asked else len(questions),
        "accounts": standing_at(room) if room.is_revealed else [],
    }


def wall(room):
    """Before the reveal nothing but the question; then the accounts of one question side by side, paged."""
    if not room.is_revealed:
        return {"pages": 0}
    pages = wall_pages(room, standing_at(room))
    page = min(room.workshop.wall_page, max(len(pages) - 1, 0))
    uninvolved = {one.participant.agency.name for one in silences_at(room) if one.question == ""}
    shown = pages[page] if pages else None
    return {"pages": len(pages), "page": page, "shown": shown, "uninvolved": sorted(uninvolved)}


def wall_pages(room, statements):
    """The wall's pages: (question, [(statement, part)]). Long accounts go on over the page, never shrink."""
    pages = []
    for question in room.stage.questions:
        parts = [
            (statement, part)
            for statement in statements
            if statement.question == question.key
            for part in in_parts(statement.text, LONGEST_ON_A_PAGE)
        ]
        for first in range(0, len(parts), ACCOUNTS_ON_A_PAGE):
            pages.append((question, parts[first : first + ACCOUNTS_ON_A_PAGE]))
    return pages


def in_parts(text, longest):
    """Cut a long text at spaces into parts of at most `longest` signs; a word longer than that is cut."""
    parts = []
    while len(text) > longest:
        cut = text.rfind(" ", 1, longest)
        cut = cut if cut > 0 else longest
        parts.append(text[:cut] + " …")
        text = text[cut:].lstrip()
    return [*parts, text]


def console(room):
    """For the console: the accounts once revealed, never before, and how many said they were not involved."""
    statements = standing_at(room) if room.is_revealed else []
    by_question = [
        (question, [one for one in statements if one.question == question.key]) for question in room.stage.questions
    ]
    silences = [one for one in silences_at(room) if one.question == ""]
    return {"by_question": by_question, "uninvolved": silences, "wall_pages": len(wall_pages(room, statements))}
