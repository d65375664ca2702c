"""Questions for the board, and what the board answered to each finding."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now
from facilitator.findings.models import Finding
from facilitator.narrative.models import Spoken
from facilitator.perspectives.models import Statement
from facilitator.reviews.models import Position, Review

# The three kinds of recommendation. (method.md, 9)
QUESTION_KINDS = ("clear-fix", "hard-choice", "needs-development")
# Whether the board accepts a finding, and how soon it means to act. (method.md, 9)
VERDICTS = {"accepted": "Accepted", "in-part": "Accepted in part", "not-accepted": "Not accepted"}
PRIORITIES = {"high": "High", "medium": "Medium", "low": "Low"}
# What the board says besides, each in its own words.
SAID = {
    "reason": "Why the board answers so",
    "action": "What will be done, and by whom",
    "watched": "How the effect will be watched",
    "national": "What should go to a national body",
}


class BoardQuestion(Spoken, Keyed, db.Model):
    """A question for someone with power to decide, of one of three kinds. (method.md, 9)

    typed: its words, unless a participant's statement gave them.
    """

    __table_args__ = (
        UniqueConstraint("review_id", "number"),
        CheckConstraint("kind IN ('clear-fix', 'hard-choice', 'needs-development')", name="kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    finding_id: Mapped[int | None] = mapped_column(ForeignKey("finding.id", ondelete="SET NULL"), index=True)
    typed: Mapped[str] = mapped_column("text", Text, default="")
    kind: Mapped[str] = mapped_column(String(20))
    position_id: Mapped[int | None] = mapped_column(ForeignKey("position.id"))
    statement_id: Mapped[int | None] = mapped_column(ForeignKey("statement.id", ondelete="SET NULL"))

    review: Mapped[Review] = relationship(backref=backref("board_questions", order_by="BoardQuestion.number"))
    finding: Mapped[Finding | None] = relationship(backref=backref("board_questions", order_by="BoardQuestion.number"))
    position: Mapped[Position | None] = relationship()
    statement: Mapped[Statement | None] = relationship()

    @property
    def text(self):
        return self.last_version.text if self.statement else self.typed

    @text.setter
    def text(self, words):
        self.typed = words


class BoardAnswer(Keyed, db.Model):
    """What the board answered to a finding, as its minutes have it. The newest holds; earlier answers stay on record.

    verdict: a key of VERDICTS. priority: a key of PRIORITIES, or None while none was given. reason, action, watched and
    national: the board's words under the names in SAID, empty where it said nothing. by: the role of who wrote it down.
    """

    __table_args__ = (
        CheckConstraint("verdict IN ('accepted', 'in-part', 'not-accepted')", name="verdict"),
        CheckConstraint("priority IN ('high', 'medium', 'low')", name="priority"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id", ondelete="CASCADE"), index=True)
    verdict: Mapped[str] = mapped_column(String(20))
    priority: Mapped[str | None] = mapped_column(String(10))
    reason: Mapped[str] = mapped_column(Text, default="")
    action: Mapped[str] = mapped_column(Text, default="")
    watched: Mapped[str] = mapped_column(Text, default="")
    national: Mapped[str] = mapped_column(Text, default="")
    by: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(Moment, default=now)

    finding: Mapped[Finding] = relationship(backref=backref("board_answers", order_by="BoardAnswer.id"))

    @property
    def said(self):
        """What it says, by name, as it stood on the form."""
        return {name: getattr(self, name) or "" for name in ("verdict", "priority", *SAID)}
