"""Accounts side by side on the wall, at reading size: cut into screens, never shrunk."""

import re
from math import ceil

# The wall at reading size: how many signs fit a line where so many accounts stand side by side.
SIGNS_ON_A_LINE = {3: 20, 2: 32, 1: 68}
BROAD = frozenset("mwMW@—")
LINES_BESIDE_THE_QUESTION, SIGNS_OF_A_HEADING = 9, 24


def wall_pages(room, statements, spreads, below):
    """The wall's pages: (question, [(statement, part)]), or (question, None) for how its answers spread.

    Long accounts go on over the page, never shrink. spreads: from spreads_at. below: whether one more line stands
    under the accounts.
    """
    pages = []
    for question in room.stage.questions:
        if question.key in spreads:
            pages.append((question, None))
        accounts = [one for one in statements if one.question == question.key]
        lines = LINES_BESIDE_THE_QUESTION - ceil(len(question.ask) / SIGNS_OF_A_HEADING) - below
        pages += [(question, page) for page in side_by_side(accounts, max(lines, 3))]
    return pages


def side_by_side(accounts, lines):
    """Accounts of one question in pages of three or two, a lone one by itself: fewest pages first, then fewest cuts."""
    ways = []
    for columns, signs in SIGNS_ON_A_LINE.items():
        if (columns == 1) != (len(accounts) == 1):
            continue
        parts = [(one, part) for one in accounts for part in in_lines(one.text, signs, lines)]
        pages = [parts[first : first + columns] for first in range(0, len(parts), columns)]
        ways.append((len(pages), len(parts), pages))
    return min(ways, key=lambda way: way[:2])[2]


def in_lines(text, signs, lines):
    """Cut a text into parts of at most so many lines of so many signs, at spaces where there are any."""
    parts = []
    while (end := fitting(text, signs, lines)) < len(text):
        parts.append(text[:end] + " …")
        text = text[end:].lstrip()
    return [*parts, text]


def fitting(text, signs, lines):
    """How many signs of a text fit; a word longer than a line goes on over it, as it does on the wall."""
    line, column, end = 1, 0.0, 0
    for piece in re.finditer(rf"\n|[^\S\n]*\S{{1,{signs}}}", text):
        words = piece.group()
        if words == "\n" or column + breadth(words) > signs:
            line, column, words = line + (column > 0 or words == "\n"), 0.0, words.lstrip()
        over, column = divmod(column + breadth(words), signs)
        line += int(over)
        if line > lines:
            return end
        end = piece.end()
    return len(text)


def breadth(words):
    """How much of a line words take, in signs of middling breadth."""
    return len(words) + sum(sign in BROAD for sign in words) + 0.4 * sum(sign.isupper() for sign in words)


def in_parts(text, longest):
    """Cut a long text at spaces into parts of at most `longest` signs; a word longer than that is cut."""
    parts = []
    while len(text) > longest:
        cut = text.rfind(" ", 1, longest)
        cut = cut if cut > 0 else longest
        parts.append(text[:cut] + " …")
        text = text[cut:].lstrip()
    return [*parts, text]
