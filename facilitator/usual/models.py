"""Whether one would expect the same next week, in another team. (method.md, 5)"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now
from facilitator.episodes.models import Episode
from facilitator.perspectives.models import Statement
from facilitator.perspectives.picture import Pictured
from facilitator.reviews.models import Position
from facilitator.workshops.models import Participant

ANSWERS = ("always", "often", "sometimes", "rarely", "dont-know")


class Usual(Pictured, Keyed, db.Model):
    """One participant's answer for one episode; it may be changed until the stage closes."""

    __table_args__ = (
        UniqueConstraint("episode_id", "participant_id"),
        CheckConstraint("answer IN ('always', 'often', 'sometimes', 'rarely', 'dont-know')", name="answer"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    episode_id: Mapped[int] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"), index=True)
    position_id: Mapped[int] = mapped_column(ForeignKey("position.id"))
    answer: Mapped[str] = mapped_column(String(20))
    example_id: Mapped[int | None] = mapped_column(ForeignKey("statement.id", ondelete="SET NULL"))
    given_at: Mapped[datetime] = mapped_column(Moment, default=now)

    episode: Mapped[Episode] = relationship(backref="usual")
    participant: Mapped[Participant | None] = relationship()
    position: Mapped[Position] = relationship(lazy="joined")
    example: Mapped[Statement | None] = relationship()
