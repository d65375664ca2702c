"""The review, its questions, its agencies and positions, its cast."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now


class Review(Keyed, db.Model):
    """A case review: why it is done, what it asks, and everything that was said in it. (method.md, 4)"""

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    setting: Mapped[str] = mapped_column(String(60), default="children", server_default="children")
    why: Mapped[str] = mapped_column(Text, default="")
    period: Mapped[str] = mapped_column(String(80), default="")
    source: Mapped[str] = mapped_column(Text, default="")
    made_up: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime] = mapped_column(Moment, default=now)
    no_good_practice_reason: Mapped[str] = mapped_column(Text, default="")
    statements_given: Mapped[int] = mapped_column(default=0)

    questions: Mapped[list["ReviewQuestion"]] = relationship(
        back_populates="review", order_by="ReviewQuestion.number", cascade="all, delete-orphan"
    )
    agencies: Mapped[list["Agency"]] = relationship(
        back_populates="review", order_by="Agency.number", cascade="all, delete-orphan"
    )
    cast: Mapped[list["CastMember"]] = relationship(
        back_populates="review", order_by="CastMember.id", cascade="all, delete-orphan"
    )

    @property
    def positions(self):
        """All positions, agency by agency."""
        return [position for agency in self.agencies for position in agency.positions]

    def agency_by_key(self, key):
        return next((agency for agency in self.agencies if agency.key == key), None)


class ReviewQuestion(db.Model):
    """One of the questions the review sets out to answer."""

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)

    review: Mapped[Review] = relationship(back_populates="questions")


class Agency(Keyed, db.Model):
    """An agency: always a colour *and* a letter, never a colour alone. (screens.md)

    colour: 0 to 11, an index into the palette. letter: one or two capitals, unique in the review.
    """

    __table_args__ = (
        UniqueConstraint("review_id", "name"),
        UniqueConstraint("review_id", "letter"),
        CheckConstraint("colour BETWEEN 0 AND 11", name="colour"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    name: Mapped[str] = mapped_column(String(200))
    letter: Mapped[str] = mapped_column(String(2))
    colour: Mapped[int]

    review: Mapped[Review] = relationship(back_populates="agencies")
    positions: Mapped[list["Position"]] = relationship(
        back_populates="agency", order_by="Position.id", cascade="all, delete-orphan"
    )


class Position(Keyed, db.Model):
    """How a person is named: agency and role, never a personal name."""

    __table_args__ = (UniqueConstraint("agency_id", "role"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id", ondelete="CASCADE"), index=True)
    role: Mapped[str] = mapped_column(String(200))

    agency: Mapped[Agency] = relationship(back_populates="positions", lazy="joined")

    @property
    def label(self):
        return f"{self.role}, {self.agency.name}"


class CastMember(Keyed, db.Model):
    """Someone of the family, or a place, under a pseudonym."""

    __table_args__ = (UniqueConstraint("review_id", "pseudonym"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    pseudonym: Mapped[str] = mapped_column(String(200))
    who: Mapped[str] = mapped_column(Text, default="")

    review: Mapped[Review] = relationship(back_populates="cast")
