"""What keeps coming back behind the episodes. A pattern is a question to the group until the group takes it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Column, ForeignKey, String, Table, UniqueConstraint
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now
from facilitator.episodes.models import Episode
from facilitator.narrative.models import Spoken
from facilitator.perspectives.models import Statement
from facilitator.reviews.models import Position, Review

KINDS = ("unsafe", "constructive")

pattern_episode = Table(
    "pattern_episode",
    db.metadata,
    Column("pattern_id", ForeignKey("pattern.id", ondelete="CASCADE"), primary_key=True),
    Column("episode_id", ForeignKey("episode.id", ondelete="CASCADE"), primary_key=True),
)


class Pattern(Spoken, Keyed, db.Model):
    """A pattern in one or more of six categories, resting on statements. (method.md, 9)

    typed: its name as a facilitator wrote it; empty while a participant's statement names it.
    taken_at: when the group took it up as its own; until then it is an offer.
    """

    __table_args__ = (
        UniqueConstraint("review_id", "number"),
        CheckConstraint("kind IN ('unsafe', 'constructive')", name="kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    typed: Mapped[str] = mapped_column("title", String(300), default="")
    kind: Mapped[str] = mapped_column(String(20))
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    position_id: Mapped[int | None] = mapped_column(ForeignKey("position.id"))
    statement_id: Mapped[int | None] = mapped_column(ForeignKey("statement.id", ondelete="SET NULL"))
    taken_at: Mapped[datetime | None] = mapped_column(Moment)

    review: Mapped[Review] = relationship(backref=backref("patterns", order_by="Pattern.number"))
    position: Mapped[Position | None] = relationship()
    statement: Mapped[Statement | None] = relationship()
    own_episodes: Mapped[list[Episode]] = relationship(secondary=pattern_episode, order_by=Episode.number)
    filings: Mapped[list["Filing"]] = relationship(back_populates="pattern", cascade="all, delete-orphan")
    own_evidence: Mapped[list["PatternEvidence"]] = relationship(
        back_populates="pattern", order_by="PatternEvidence.id", cascade="all, delete-orphan"
    )

    @property
    def number_label(self):
        return f"P{self.number}"

    @property
    def title(self):
        """Its name: what a facilitator typed, else the words that proposed it, as long as those stand."""
        return self.typed or (self.last_version.text if self.statement and self.stands else "")

    @title.setter
    def title(self, words):
        self.typed = words

    @property
    def stands(self):
        """Whether it counts: it does not once the words that alone name it are withdrawn, set aside or held."""
        return bool(self.typed) or super().stands

    @property
    def own_categories(self):
        return [filing.category for filing in self.filings]

    @property
    def standing_merges(self):
        """What was put together with it, and not taken apart since. (merge_models.py)"""
        return [merge for merge in self.merges if merge.undone_at is None]

    @property
    def absorbed(self):
        """The patterns that are part of it."""
        return [pattern for merge in self.standing_merges for pattern in merge.patterns]

    @property
    def part_of(self):
        """The pattern it was put together into, or None."""
        return next((merge.into for merge in self.merged_in if merge.undone_at is None), None)

    @property
    def is_taken_apart(self):
        """Whether it was named only to put others together, and they were taken apart."""
        return any(merge.made and merge.undone_at for merge in self.merges)

    @property
    def categories(self):
        return list(dict.fromkeys([*self.own_categories, *(key for one in self.absorbed for key in one.categories)]))

    @property
    def episodes(self):
        """The episodes it shows in, those of its parts too."""
        found = {*self.own_episodes, *(episode for one in self.absorbed for episode in one.episodes)}
        ticked = (piece.statement.episode for merge in self.standing_merges for piece in merge.evidence)
        found |= {episode for episode in ticked if episode and episode.number}
        return sorted(found, key=lambda episode: (episode.number or 0, episode.id))

    @property
    def evidence(self):
        """What it rests on and what speaks against it, with what its parts bring. Its own comes first, each once."""
        pieces = list(self.own_evidence)
        for merge in self.standing_merges:
            pieces += [piece for one in merge.patterns for piece in one.evidence] + merge.evidence
        found = {}
        for piece in pieces:
            found.setdefault(newest(piece.statement), piece)
        return list(found.values())

    @property
    def rests_on(self):
        return statements(self.evidence, "for")

    @property
    def against(self):
        return statements(self.evidence, "against")

    @property
    def named_by(self):
        """The statements that put it, or what is part of it, before the group; each as its giver put it last."""
        own = [self.last_version] if self.statement and self.last_version.is_current else []
        return own + [one for part in self.absorbed for one in part.named_by]


class Filing(db.Model):
    """A pattern put under one category; they overlap."""

    __table_args__ = (UniqueConstraint("pattern_id", "category"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    pattern_id: Mapped[int] = mapped_column(ForeignKey("pattern.id", ondelete="CASCADE"), index=True)
    category: Mapped[str] = mapped_column(String(40))

    pattern: Mapped[Pattern] = relationship(back_populates="filings")


class PatternEvidence(db.Model):
    """A statement a pattern rests on, or one that speaks against it."""

    __table_args__ = (
        UniqueConstraint("pattern_id", "statement_id"),
        CheckConstraint("side IN ('for', 'against')", name="side"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    pattern_id: Mapped[int] = mapped_column(ForeignKey("pattern.id", ondelete="CASCADE"), index=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statement.id", ondelete="CASCADE"))
    side: Mapped[str] = mapped_column(String(10))

    pattern: Mapped[Pattern] = relationship(back_populates="own_evidence")
    statement: Mapped[Statement] = relationship(lazy="joined")


def statements(evidence, side):
    """The statements on one side that still stand. Words that were corrected speak in their latest version."""
    latest = [newest(piece.statement) for piece in evidence if piece.side == side]
    return [statement for statement in dict.fromkeys(latest) if statement.is_current]


def newest(statement):
    """A statement as its giver last put it."""
    return statement.newest
