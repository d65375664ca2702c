"""Contributory factors, and factors at work in an episode."""

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.db import Keyed, db
from facilitator.episodes.models import Episode
from facilitator.narrative.models import Spoken
from facilitator.perspectives.models import Statement
from facilitator.reviews.models import Position, Review


class Factor(Keyed, db.Model):
    """An item of the framework, in one review. (method.md, 8)

    type: family, personal, role, conditions, own-team, inter-agency, organisation, national or other.
    published: from the published framework; otherwise a local suggestion or the room's own words.
    """

    __table_args__ = (UniqueConstraint("review_id", "type", "item"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    type: Mapped[str] = mapped_column(String(40))
    item: Mapped[str] = mapped_column(String(300))
    published: Mapped[bool] = mapped_column(default=False)

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
