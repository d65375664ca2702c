"""Key practice episodes: proposed as turning points, then chosen by the group."""

from datetime import datetime

from sqlalchemy import Column, ForeignKey, String, Table, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now
from facilitator.narrative.models import Entry, Spoken
from facilitator.perspectives.models import Statement
from facilitator.reviews.models import Position, Review

KINDS = ("action", "omission", "sequence")
# What is told of an episode at the desk only, and what it is called. (method.md, 7)
TOLD = {
    "surprised": "What surprised us",
    "open-questions": "Open questions",
    "how-sure": "How sure we are",
    "changes": "Suggested changes",
}
# What may be told there too, though it was first said in the room.
ABOUT = ("when", "kind", "why", *TOLD)

episode_entry = Table(
    "episode_entry",
    db.metadata,
    Column("episode_id", ForeignKey("episode.id", ondelete="CASCADE"), primary_key=True),
    Column("entry_id", ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
)


class Episode(Spoken, Keyed, db.Model):
    """A stretch of the case, or a moment, that needs a closer look. (method.md, 7)

    number: its place among the chosen (KPE 1, KPE 2 …); None while it is only proposed.
    kind: one of KINDS; empty while nobody has said.
    typed_why: why it mattered, unless a statement says so.
    """

    __table_args__ = (UniqueConstraint("review_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    when: Mapped[str] = mapped_column(String(80), default="")
    kind: Mapped[str] = mapped_column(String(20), default="")
    typed_why: Mapped[str] = mapped_column(Text, default="")
    good_practice: Mapped[bool] = mapped_column(default=False)
    proposed_at: Mapped[datetime] = mapped_column(Moment, default=now)
    position_id: Mapped[int | None] = mapped_column(ForeignKey("position.id"))
    statement_id: Mapped[int | None] = mapped_column(ForeignKey("statement.id", ondelete="SET NULL", use_alter=True))
    number: Mapped[int | None]
    chosen_at: Mapped[datetime | None] = mapped_column(Moment)

    review: Mapped[Review] = relationship(backref="all_episodes")
    position: Mapped[Position | None] = relationship()
    statement: Mapped[Statement | None] = relationship(foreign_keys=[statement_id])
    entries: Mapped[list[Entry]] = relationship(secondary=episode_entry, order_by=Entry.earliest)
    supports: Mapped[list["Support"]] = relationship(back_populates="episode", cascade="all, delete-orphan")
    tellings: Mapped[list["Telling"]] = relationship(
        back_populates="episode", order_by="Telling.id", cascade="all, delete-orphan"
    )

    @property
    def proposer(self):
        """Who proposed it, as far as that is stored: a position, an agency, “Unlabelled”, or “The facilitators”."""
        if self.position:
            return self.position.label
        return self.last_version.giver if self.statement else "The facilitators"

    @property
    def agency(self):
        """The agency it came from, with a position or alone; None when it carries none."""
        return self.position.agency if self.position else self.statement and self.last_version.agency

    @property
    def why(self):
        """Why it mattered, as its proposer last put it, or as it was typed in at the console."""
        return self.last_version.text if self.statement else self.typed_why

    @why.setter
    def why(self, words):
        self.typed_why = words

    def told(self, name):
        """What is told of it now under one of the names of ABOUT; empty when nothing is."""
        if name not in TOLD:
            return getattr(self, name)
        return next((one.text for one in reversed(self.tellings) if one.about == name), "")

    @property
    def label(self):
        return f"KPE {self.number}" if self.number else "Proposed"

    @property
    def full_title(self):
        return f"{self.label} · {self.title}"


class Support(db.Model):
    """A participant's wish that an episode be studied."""

    __table_args__ = (UniqueConstraint("episode_id", "participant_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    episode_id: Mapped[int] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), index=True)

    episode: Mapped[Episode] = relationship(back_populates="supports")


class Telling(db.Model):
    """What was written of an episode at the desk, by whom and when. The newest of each name holds; earlier ones stay.

    about: a name of ABOUT. by: a role, or "the day" for what stood there before.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    episode_id: Mapped[int] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"), index=True)
    about: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(Moment, default=now)

    episode: Mapped[Episode] = relationship(back_populates="tellings")
