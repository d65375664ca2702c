"""Patterns put together: who did it, when, and which. Nothing is copied, so taking apart is exact."""

from datetime import datetime

from sqlalchemy import Column, ForeignKey, String, Table
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now
from facilitator.patterns.models import Pattern
from facilitator.perspectives.models import Statement
from facilitator.reviews.models import Review

merge_pattern = Table(
    "merge_pattern",
    db.metadata,
    Column("pattern_merge_id", ForeignKey("pattern_merge.id", ondelete="CASCADE"), primary_key=True),
    Column("pattern_id", ForeignKey("pattern.id", ondelete="CASCADE"), primary_key=True),
)


class PatternMerge(Keyed, db.Model):
    """Patterns and statements put together into one pattern. Each keeps its words, its place and its evidence.

    into: the pattern they are part of while undone_at is empty. made: it was named for this; once taken apart it stands
    no more. by, undone_by: the role of who did it.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    into_id: Mapped[int] = mapped_column(ForeignKey("pattern.id", ondelete="CASCADE"), index=True)
    made: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    by: Mapped[str] = mapped_column(String(20))
    undone_at: Mapped[datetime | None] = mapped_column(Moment)
    undone_by: Mapped[str | None] = mapped_column(String(20))

    review: Mapped[Review] = relationship(backref=backref("pattern_merges", order_by="PatternMerge.id"))
    into: Mapped[Pattern] = relationship(backref=backref("merges", order_by="PatternMerge.id"))
    patterns: Mapped[list[Pattern]] = relationship(
        secondary=merge_pattern, order_by=Pattern.number, backref="merged_in"
    )
    evidence: Mapped[list["MergeEvidence"]] = relationship(
        back_populates="merge", order_by="MergeEvidence.id", cascade="all, delete-orphan"
    )


class MergeEvidence(db.Model):
    """A statement that was put to a pattern together with others; the pattern rests on it."""

    id: Mapped[int] = mapped_column(primary_key=True)
    pattern_merge_id: Mapped[int] = mapped_column(ForeignKey("pattern_merge.id", ondelete="CASCADE"), index=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statement.id", ondelete="CASCADE"))

    merge: Mapped[PatternMerge] = relationship(back_populates="evidence")
    statement: Mapped[Statement] = relationship(lazy="joined")
    side = "for"
