"""Whether a review's log is whole: every line carries the hash of the one before it."""

from dataclasses import dataclass

from sqlalchemy import select

from facilitator.access.actions import hash_of_line
from facilitator.access.models import LogLine
from facilitator.db import db


@dataclass(frozen=True)
class LogReport:
    """What was found. broken_at: the first line that does not follow, counted from 1; None when all do.

    ending: the hash of the last line, "" of an empty log. has_noted: whether the ending somebody noted earlier is still
    in the log; None when none was given.
    """

    title: str
    lines: int
    broken_at: int | None
    ending: str
    has_noted: bool | None

    @property
    def is_whole(self):
        return self.broken_at is None and self.has_noted is not False

    @property
    def short_ending(self):
        return self.ending[:16] or "nothing"

    def __str__(self):
        if self.broken_at is not None:
            return f"“{self.title}”: the log is broken at line {self.broken_at} of {self.lines}."
        if self.has_noted is False:
            return f"“{self.title}”: the ending you noted is not in the log. Lines have been taken off its end."
        return f"“{self.title}”: {self.lines} lines, unbroken. It ends in {self.short_ending}."


def lines_of(review):
    """The log of a review, oldest line first."""
    return db.session.scalars(select(LogLine).filter_by(review_id=review.id).order_by(LogLine.id)).all()


def check_log(title, lines, noted=None):
    """Look through the lines of one log, oldest first, and report.

    lines: things with previous, at, role, act, about and hash, as access.models.LogLine has them. noted: an ending that
    was printed before, or how it began. Only with it does a cut at the end show: what is left is a whole chain.
    """
    previous, broken_at = "", None
    for place, line in enumerate(lines, 1):
        if line.previous != previous or line.hash != hash_of_line(line):
            broken_at = place
            break
        previous = line.hash
    has_noted = any(line.hash.startswith(noted) for line in lines) if noted else None
    return LogReport(title, len(lines), broken_at, lines[-1].hash if lines else "", has_noted)
