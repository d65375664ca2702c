"""Statements, the atoms of evidence, and what is said without words."""

import secrets
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now
from facilitator.reviews.models import Agency, Position, Review
from facilitator.workshops.models import Participant, Workshop

WITHOUT_WORDS = ("not-involved", "dont-know", "rather-not-say")


class Statement(Keyed, db.Model):
    """The exact words one participant gave to one question. Immutable, with a permanent number (S-014).

    key: made by the phone before the words were sent, so that a repeated sending writes nothing twice.
    asked: the question as it stood on the phone when it was answered.
    replaces: the statement this one corrects. Both stay on record.
    labelled: what it carries (workshops.labels). Without a position it has no participant either, only a time as coarse
    as its step, and at most an agency. receipt: the hash of the code with which such words can be withdrawn.
    held_at: it came after its stage had closed and waits for the facilitator; let_in_at ends the wait.
    held_back_at: it waits because it seemed to hold a name when its step was revealed; nobody but its giver reads it.
    correction_asked_at: a facilitator asked its giver to look at it again.
    in_group: the number of the small group whose phone wrote it down; empty when its giver wrote it.
    """

    # Who has answered at a step is asked after every save: the index alone answers it, without reading a word.
    __table_args__ = (
        UniqueConstraint("review_id", "number"),
        Index("ix_statement_step", "workshop_id", "stage", "episode_id", "participant_id", "withdrawn_at", "number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"), index=True)
    position_id: Mapped[int | None] = mapped_column(ForeignKey("position.id"))
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    labelled: Mapped[str] = mapped_column(String(20), default="position")
    receipt: Mapped[str | None] = mapped_column(String(64), unique=True, index=True)
    stage: Mapped[str] = mapped_column(String(200))
    question: Mapped[str] = mapped_column(String(60))
    asked: Mapped[str] = mapped_column(Text)
    episode_id: Mapped[int | None] = mapped_column(ForeignKey("episode.id", ondelete="SET NULL"), index=True)
    text: Mapped[str] = mapped_column(Text)
    given_at: Mapped[datetime] = mapped_column(Moment, default=now)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("statement.id"))
    held_at: Mapped[datetime | None] = mapped_column(Moment)
    let_in_at: Mapped[datetime | None] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    held_back_at: Mapped[datetime | None] = mapped_column(Moment)
    correction_asked_at: Mapped[datetime | None] = mapped_column(Moment)
    in_group: Mapped[int | None]

    review: Mapped[Review] = relationship(backref="all_statements")
    workshop: Mapped[Workshop] = relationship()
    participant: Mapped[Participant | None] = relationship()
    position: Mapped[Position | None] = relationship(lazy="joined")
    own_agency: Mapped[Agency | None] = relationship()
    episode = relationship("Episode", foreign_keys=[episode_id])  # a later noun, named and not imported
    replaces: Mapped["Statement | None"] = relationship(remote_side=[id], backref="replaced_by")
    set_aside: Mapped["SetAside | None"] = relationship(back_populates="statement", cascade="all, delete-orphan")
    star: Mapped["Star | None"] = relationship(back_populates="statement", cascade="all, delete-orphan")

    @property
    def number_label(self):
        return f"S-{self.number:03d}"

    @property
    def agency(self):
        """The agency it carries, with its position or alone; None when it is unlabelled."""
        return self.position.agency if self.position else self.own_agency

    @property
    def giver(self):
        """Who gave it, as far as that is stored: “Health visitor, Health visiting”, “Health visiting”, “Unlabelled”."""
        carried = self.position.label if self.position else self.own_agency and self.own_agency.name
        return carried or "Unlabelled"

    @property
    def giver_in_short(self):
        return self.position.role if self.position else self.giver

    @property
    def words(self):
        return self.text

    @property
    def is_held(self):
        return self.held_at is not None and self.let_in_at is None

    @property
    def is_corrected(self):
        """Whether a later version stands in its place. One that waits for the facilitator does not yet."""
        return any(not later.is_held for later in self.replaced_by)

    @property
    def newest(self):
        """The version that stands in its place: the last correction that does not wait, or itself."""
        one = self
        while later := [version for version in one.replaced_by if not version.is_held]:
            one = later[-1]
        return one

    @property
    def is_current(self):
        """Whether it stands: not corrected by a later version, not withdrawn, not set aside, not waiting."""
        return not (self.is_corrected or self.withdrawn_at or self.set_aside or self.is_held)


def random_place():
    """A place in the box that follows from nothing: neither from the one before it nor from the time."""
    return secrets.randbits(62)


class Slip(Keyed, db.Model):
    """Words in the box of a step: no author, no time, no order. At the reveal it becomes a statement and is gone.

    id: random, so that neither it nor the place of the row in the file tells when it came.
    receipt: the hash of the code that its author's phone holds. beside: what else its kind of stage asks for.
    """

    __table_args__ = (CheckConstraint("(labelled = 'agency') = (agency_id IS NOT NULL)", name="carries"),)

    id: Mapped[int] = mapped_column(primary_key=True, default=random_place)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    stage: Mapped[str] = mapped_column(String(200))
    episode_id: Mapped[int | None] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"))
    question: Mapped[str] = mapped_column(String(60))
    asked: Mapped[str] = mapped_column(Text)
    labelled: Mapped[str] = mapped_column(String(20))
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agency.id"))
    text: Mapped[str] = mapped_column(Text)
    receipt: Mapped[str | None] = mapped_column(String(64), unique=True)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("statement.id"))
    beside: Mapped[str] = mapped_column(Text, default="")

    replaces: Mapped[Statement | None] = relationship()


class Abstention(Keyed, db.Model):
    """An answer without words: not involved, don't know, rather not say. It is an answer. (method.md, 2)

    question: which one; empty when it is about the whole step ("I was not involved").
    """

    __table_args__ = (
        CheckConstraint("answer IN ('not-involved', 'dont-know', 'rather-not-say')", name="answer"),
        UniqueConstraint("participant_id", "stage", "episode_id", "question"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), index=True)
    stage: Mapped[str] = mapped_column(String(200))
    question: Mapped[str] = mapped_column(String(60), default="")
    episode_id: Mapped[int | None] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"), index=True)
    answer: Mapped[str] = mapped_column(String(20))
    given_at: Mapped[datetime] = mapped_column(Moment, default=now)

    participant: Mapped[Participant] = relationship()


class SetAside(db.Model):
    """A facilitator took a statement out of the shared picture, with a reason. The words stay on record."""

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statement.id", ondelete="CASCADE"), unique=True)
    reason: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(Moment, default=now)

    statement: Mapped[Statement] = relationship(back_populates="set_aside")


class Star(db.Model):
    """A facilitator's mark: come back to this."""

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statement.id", ondelete="CASCADE"), unique=True)
    at: Mapped[datetime] = mapped_column(Moment, default=now)

    statement: Mapped[Statement] = relationship(back_populates="star")
