"""Contributory factors, and factors at work in an episode."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now
from facilitator.episodes.models import Episode
from facilitator.narrative.models import Spoken
from facilitator.perspectives.models import Statement
from facilitator.reviews.models import Position, Review
from facilitator.workshops.models import Participant


class Factor(Keyed, db.Model):
    """An item of the framework, in one review. (method.md, 8)

    type: family, personal, role, conditions, own-team, inter-agency, organisation, national or other.
    published: from the published framework; otherwise a local suggestion or the room's own words.
    offered: whether the phones of this review offer it, where its facilitators said so; None where the framework does.
    """

    __table_args__ = (UniqueConstraint("review_id", "type", "item"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    type: Mapped[str] = mapped_column(String(40))
    item: Mapped[str] = mapped_column(String(300))
    published: Mapped[bool] = mapped_column(default=False)
    offered: Mapped[bool | None]

    review: Mapped[Review] = relationship(backref="factors")


class Influence(Spoken, Keyed, db.Model):
    """A factor at work in an episode, in one participant's words.

    effect: helped or hindered. weight: 1 (a little) to 3 (a great deal).
    """

    __table_args__ = (
        CheckConstraint("effect IN ('helped', 'hindered')", name="effect"),
        CheckConstraint("weight BETWEEN 1 AND 3", name="weight"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    episode_id: Mapped[int] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"), index=True)
    factor_id: Mapped[int] = mapped_column(ForeignKey("factor.id"))
    statement_id: Mapped[int] = mapped_column(ForeignKey("statement.id", ondelete="CASCADE"))
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"))
    position_id: Mapped[int] = mapped_column(ForeignKey("position.id"))
    effect: Mapped[str] = mapped_column(String(10))
    weight: Mapped[int]

    episode: Mapped[Episode] = relationship(backref="influences")
    factor: Mapped[Factor] = relationship(lazy="joined")
    statement: Mapped[Statement] = relationship(lazy="joined")
    position: Mapped[Position] = relationship(lazy="joined")


class FactorMarks(Keyed, db.Model):
    """The factors that mattered most to one participant in an episode: three at most, in no order.

    marked: the keys of the factors with spaces between; empty when no factor stands out to them.
    """

    __table_args__ = (UniqueConstraint("episode_id", "participant_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    episode_id: Mapped[int] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), index=True)
    marked: Mapped[str] = mapped_column(Text, default="")
    given_at: Mapped[datetime] = mapped_column(Moment, default=now)

    episode: Mapped[Episode] = relationship()
    participant: Mapped[Participant] = relationship()


class MarksReveal(Keyed, db.Model):
    """That a room has seen its marks of an episode together. From then on nobody marks any more."""

    __table_args__ = (UniqueConstraint("episode_id", "workshop_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    episode_id: Mapped[int] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"), index=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    by: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(Moment, default=now)

    episode: Mapped[Episode] = relationship()


class SettledFactors(Keyed, db.Model):
    """The order of an episode's factors that a group settled together, and its reason. The newest holds.

    ordered: the keys of the factors, the one that mattered most first, with spaces between. Earlier orders stay.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    episode_id: Mapped[int] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"), index=True)
    ordered: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(Moment, default=now)

    episode: Mapped[Episode] = relationship(backref=backref("settled_factors", order_by="SettledFactors.id"))

    @property
    def factors(self):
        """The factors in the order settled."""
        by_key = {factor.key: factor for factor in self.episode.review.factors}
        return [by_key[key] for key in self.ordered.split() if key in by_key]
