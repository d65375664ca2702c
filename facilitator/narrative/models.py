"""Entries in agency lanes, and who disputes them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now
from facilitator.narrative.dates import label
from facilitator.narrative.sources import BY_KEY, SOURCES
from facilitator.perspectives.models import Statement
from facilitator.reviews.models import Agency, Position, Review


class Spoken:
    """Something that may have been said in the room: its words are those of a statement, in their latest version.

    The words are kept once, in the statement, so that withdrawing it leaves no second copy behind.
    """

    @property
    def last_version(self):
        """The statement as its giver last put it, or None for what was typed in while preparing."""
        return self.statement and self.statement.newest

    @property
    def stands(self):
        """Whether it counts: not withdrawn, not set aside, not waiting to be let in."""
        return self.last_version is None or self.last_version.is_current


class Entry(Spoken, Keyed, db.Model):
    """One line of the narrative. Never overwritten once a group has met: a correction is a new entry that replaces it.

    when: EDTF as it was given (`2019-03-12`, `2019-03`, `2019-03~`, `a/b`). earliest, latest: the days it may
    cover, for drawing. source: one of the four kinds in sources.py. typed: its words, unless a statement gave them.
    """

    __table_args__ = (
        UniqueConstraint("review_id", "number"),
        CheckConstraint(f"source IN {SOURCES}", name="source"),
        CheckConstraint("earliest <= latest", name="order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    when: Mapped[str] = mapped_column(String(80))
    earliest: Mapped[date] = mapped_column(Date)
    latest: Mapped[date] = mapped_column(Date)
    source: Mapped[str] = mapped_column(String(20))
    typed: Mapped[str] = mapped_column(Text, default="")
    added_at: Mapped[datetime] = mapped_column(Moment, default=now)
    statement_id: Mapped[int | None] = mapped_column(ForeignKey("statement.id", ondelete="SET NULL"))
    position_id: Mapped[int | None] = mapped_column(ForeignKey("position.id"))
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"))

    review: Mapped[Review] = relationship(backref="all_entries")
    agency: Mapped[Agency] = relationship(lazy="joined")
    position: Mapped[Position | None] = relationship()
    statement: Mapped[Statement | None] = relationship()
    replaces: Mapped["Entry | None"] = relationship(remote_side=[id], backref="replaced_by")
    disputes: Mapped[list["Dispute"]] = relationship(
        back_populates="entry", order_by="Dispute.id", cascade="all, delete-orphan"
    )

    @property
    def number_label(self):
        return f"N-{self.number:03d}"

    @property
    def text(self):
        return self.last_version.text if self.statement else self.typed

    @text.setter
    def text(self, words):
        self.typed = words

    @property
    def when_label(self):
        return label(self.when)

    @property
    def known(self):
        """The kind of source, with its words and its sign."""
        return BY_KEY[self.source]

    @property
    def is_fuzzy(self):
        return self.earliest != self.latest

    @property
    def versions(self):
        """The entries this one replaces, the latest first."""
        return [self.replaces, *self.replaces.versions] if self.replaces else []

    @property
    def standing_disputes(self):
        """Who knows it differently, the versions it replaces included: correcting an entry settles no dispute."""
        return [dispute for entry in [self, *self.versions] for dispute in entry.disputes if dispute.stands]


class Dispute(Spoken, Keyed, db.Model):
    """A participant's words that an entry is not how they know it. Both stay. (method.md, 2: several accounts)"""

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"), index=True)
    position_id: Mapped[int] = mapped_column(ForeignKey("position.id"))
    statement_id: Mapped[int] = mapped_column(ForeignKey("statement.id", ondelete="CASCADE"))

    entry: Mapped[Entry] = relationship(back_populates="disputes")
    position: Mapped[Position] = relationship(lazy="joined")
    statement: Mapped[Statement] = relationship()

    @property
    def text(self):
        return self.last_version.text
