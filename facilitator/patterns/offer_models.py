"""What the group answered when the program offered a pattern."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Column, ForeignKey, String, Table, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now
from facilitator.episodes.models import Episode
from facilitator.factors.models import Factor
from facilitator.patterns.models import Pattern
from facilitator.reviews.models import Review

OFFER_ANSWERS = ("taken", "refused")

offer_episode = Table(
    "offer_episode",
    db.metadata,
    Column("offer_answer_id", ForeignKey("offer_answer.id", ondelete="CASCADE"), primary_key=True),
    Column("episode_id", ForeignKey("episode.id", ondelete="CASCADE"), primary_key=True),
)


class OfferAnswer(Keyed, db.Model):
    """The group took or refused an offer: why, who wrote it down, when. (method.md, 9)

    people, agencies, episodes: what the offer said at that moment. pattern: what became of it when it was taken.
    undone_at: the answer was taken back, so the question stands again.
    """

    __table_args__ = (
        CheckConstraint("effect IN ('helped', 'hindered')", name="effect"),
        CheckConstraint("answer IN ('taken', 'refused')", name="answer"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    factor_id: Mapped[int] = mapped_column(ForeignKey("factor.id"))
    effect: Mapped[str] = mapped_column(String(10))
    answer: Mapped[str] = mapped_column(String(10))
    people: Mapped[int]
    agencies: Mapped[int]
    reason: Mapped[str] = mapped_column(Text, default="")
    pattern_id: Mapped[int | None] = mapped_column(ForeignKey("pattern.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    by: Mapped[str] = mapped_column(String(20))
    undone_at: Mapped[datetime | None] = mapped_column(Moment)

    review: Mapped[Review] = relationship()
    factor: Mapped[Factor] = relationship(lazy="joined")
    pattern: Mapped[Pattern | None] = relationship()
    episodes: Mapped[list[Episode]] = relationship(secondary=offer_episode, order_by=Episode.number)
