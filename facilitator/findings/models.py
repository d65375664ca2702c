"""Draft findings in six answers, and how the group tested them. What concerns the board: board_models.py."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now
from facilitator.patterns.models import Pattern, statements
from facilitator.perspectives.models import Statement
from facilitator.perspectives.picture import Pictured
from facilitator.reviews.models import Position, Review
from facilitator.reviews.settings import setting_of
from facilitator.workshops.models import Participant

# The six questions a finding answers, in this order. (method.md, 9)
ANSWERS = {
    "issue": "What is the issue?",
    "in-this-case": "How did it show in this case?",
    "how-we-know": "How do we know it is underlying, and not only this case?",
    "how-widespread": "How usual is it, and how widespread?",
    "means": "What does it mean for how reliably {people} are protected?",
    "consider": "What does the board need to consider?",
}


def question(name, review):
    """One of the six questions, in the words of the review's setting."""
    return ANSWERS[name].format(people=setting_of(review).people)


STATES = ("draft", "with-group", "with-board", "final")
# What happened here, or what would make it happen again: kept apart, and never guessed. (method.md, 9)
SCOPES = ("case", "systems")
TEST_ANSWERS = ("agree", "partly", "disagree", "dont-know")
SURE_ANSWERS = ("very", "fairly", "not", "dont-know")


class Finding(Keyed, db.Model):
    """A draft finding, assembled from a pattern and edited at the desk.

    scope: a case finding or a systems finding; None until somebody has told them apart.
    """

    __table_args__ = (UniqueConstraint("review_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    pattern_id: Mapped[int] = mapped_column(ForeignKey("pattern.id", ondelete="CASCADE"), unique=True)
    state: Mapped[str] = mapped_column(String(20), default="draft")
    scope: Mapped[str | None] = mapped_column(String(10))
    drafted_at: Mapped[datetime] = mapped_column(Moment, default=now)

    review: Mapped[Review] = relationship(backref=backref("findings", order_by="Finding.number"))
    pattern: Mapped[Pattern] = relationship(backref="findings")
    paragraphs: Mapped[list["Paragraph"]] = relationship(
        back_populates="finding", order_by="Paragraph.place", cascade="all, delete-orphan"
    )
    tests: Mapped[list["FindingTest"]] = relationship(back_populates="finding", cascade="all, delete-orphan")

    def answer(self, name):
        """The paragraphs under one of the six questions, in order."""
        return [paragraph for paragraph in self.paragraphs if paragraph.answer == name]

    @property
    def title(self):
        """The finding in one sentence: its first answer, or the pattern's name until that is written."""
        written = [paragraph.text for paragraph in self.answer("issue") if paragraph.text.strip()]
        return written[0] if written else self.pattern.title

    @property
    def numbered(self):
        """Pairs of number and paragraph, 2.1, 2.2 …, answer by answer. The first answer is the heading and has none."""
        below = [paragraph for name in list(ANSWERS)[1:] for paragraph in self.answer(name) if paragraph.text.strip()]
        return [(f"{self.number}.{place}", paragraph) for place, paragraph in enumerate(below, 1)]


class Paragraph(Keyed, db.Model):
    """A Markdown paragraph of a finding. `version` counts its edits; every earlier text is in `history`."""

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id", ondelete="CASCADE"), index=True)
    answer: Mapped[str] = mapped_column(String(20))
    place: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(default=1)

    finding: Mapped[Finding] = relationship(back_populates="paragraphs")
    history: Mapped[list["ParagraphVersion"]] = relationship(
        back_populates="paragraph", order_by="ParagraphVersion.version", cascade="all, delete-orphan"
    )
    evidence: Mapped[list["ParagraphEvidence"]] = relationship(
        back_populates="paragraph", order_by="ParagraphEvidence.id", cascade="all, delete-orphan"
    )

    @property
    def rests_on(self):
        return statements(self.evidence, "for")

    @property
    def against(self):
        return statements(self.evidence, "against")


class ParagraphVersion(db.Model):
    """A text a paragraph had, who wrote it and when. based_on tells which version the writer was looking at."""

    __table_args__ = (UniqueConstraint("paragraph_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    paragraph_id: Mapped[int] = mapped_column(ForeignKey("paragraph.id", ondelete="CASCADE"), index=True)
    version: Mapped[int]
    based_on: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(Moment, default=now)

    paragraph: Mapped[Paragraph] = relationship(back_populates="history")


class ParagraphEvidence(db.Model):
    """A statement a paragraph rests on, or one that speaks against it."""

    __table_args__ = (
        UniqueConstraint("paragraph_id", "statement_id"),
        CheckConstraint("side IN ('for', 'against')", name="side"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    paragraph_id: Mapped[int] = mapped_column(ForeignKey("paragraph.id", ondelete="CASCADE"), index=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statement.id", ondelete="CASCADE"))
    side: Mapped[str] = mapped_column(String(10))

    paragraph: Mapped[Paragraph] = relationship(back_populates="evidence")
    statement: Mapped[Statement] = relationship(lazy="joined")


class FindingTest(Pictured, Keyed, db.Model):
    """Whether a finding rings true to one participant, their comment, and where they rank it by need (1 = first)."""

    __table_args__ = (
        UniqueConstraint("finding_id", "participant_id"),
        CheckConstraint("answer IN ('agree', 'partly', 'disagree', 'dont-know')", name="answer"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"), index=True)
    position_id: Mapped[int] = mapped_column(ForeignKey("position.id"))
    answer: Mapped[str | None] = mapped_column(String(20))
    rank: Mapped[int | None]
    comment_id: Mapped[int | None] = mapped_column(ForeignKey("statement.id", ondelete="SET NULL"))
    given_at: Mapped[datetime] = mapped_column(Moment, default=now)

    finding: Mapped[Finding] = relationship(back_populates="tests")
    participant: Mapped[Participant | None] = relationship()
    position: Mapped[Position] = relationship(lazy="joined")
    comment: Mapped[Statement | None] = relationship()


class Sureness(Pictured, Keyed, db.Model):
    """How sure one participant is of a finding, apart from whether it rings true to them."""

    __table_args__ = (
        UniqueConstraint("finding_id", "participant_id"),
        CheckConstraint("answer IN ('very', 'fairly', 'not', 'dont-know')", name="answer"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"), index=True)
    answer: Mapped[str] = mapped_column(String(20))
    given_at: Mapped[datetime] = mapped_column(Moment, default=now)

    finding: Mapped[Finding] = relationship(backref=backref("sureness", order_by="Sureness.id"))
    participant: Mapped[Participant | None] = relationship()


class SettledOrder(Keyed, db.Model):
    """The order of need a group settled together, after each had ranked alone, and its reason. The newest holds.

    numbers: those of the findings, the one that most needs an answer first, with spaces between. Earlier orders stay.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    numbers: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(Moment, default=now)

    review: Mapped[Review] = relationship(backref=backref("settled_orders", order_by="SettledOrder.id"))

    @property
    def findings(self):
        """The findings in the order settled."""
        by_number = {str(finding.number): finding for finding in self.review.findings}
        return [by_number[number] for number in self.numbers.split() if number in by_number]
