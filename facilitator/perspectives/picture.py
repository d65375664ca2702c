"""The picture of how answers spread, as a room has seen it: it never moves by fewer than five people at once.

Whoever compares one picture with the next would otherwise read off what the one who came late had answered.
(trust.md, 4; docs/decisions/0012)
"""

from collections import Counter
from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from facilitator.db import Moment, now
from facilitator.reviews.small_groups import TOO_FEW, UNSEEN, is_small


class Pictured:
    """An answer that is counted in a picture.

    shown: the answer as the picture counts it, empty while it counts none. shown_at: when it joined.
    """

    shown: Mapped[str | None] = mapped_column(default=None)
    shown_at: Mapped[datetime | None] = mapped_column(Moment, default=None)


def take_picture(rows):
    """Let what came or changed since the last picture join it, if five people and more did; else nothing changes.

    rows: every answer to one question in one workshop. Twice is once.
    """
    waiting, moment = waiting_in(rows), now()
    if not is_small(len(waiting)):
        for row in waiting:
            row.shown, row.shown_at = row.answer, moment


def waiting_in(rows):
    """The answers that came or were changed since the picture was taken."""
    return [row for row in rows if row.answer != row.shown]


def why_no_picture(rows):
    """The sentence that stands in the place of a spread: too few answered, or nothing has been revealed."""
    too_few = shown_in_picture(rows) or is_small(sum(row.answer is not None for row in rows))
    return TOO_FEW if too_few else UNSEEN


def shown_in_picture(rows):
    """The answers that the picture counts."""
    return [row for row in rows if row.shown]


def spread_of(rows, labels):
    """How answers spread in the picture: (label, count) for each choice in the script's order, unchosen ones too."""
    counted = Counter(answers_counted(rows))
    return [(label, counted[key]) for key, label in labels.items()]


def answers_counted(rows):
    """The answers that are counted: those of the picture, so before the reveal none."""
    return [row.shown for row in shown_in_picture(rows)]


def how_many(rows):
    """How many a picture tells of: those in it, or while there is none all who answered, of whom nothing is told."""
    return len(answers_counted(rows)) or sum(row.answer is not None for row in rows)
