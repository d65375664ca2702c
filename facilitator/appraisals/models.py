"""How good the practice was, judged by what was known then. Kept apart from explanation. (method.md, 5)"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now
from facilitator.episodes.models import Episode
from facilitator.perspectives.models import Statement
from facilitator.perspectives.picture import Pictured
from facilitator.reviews.models import Position
from facilitator.workshops.models import Participant

ANSWERS = ("good", "mixed", "problematic", "cannot-say")


class Appraisal(Pictured, Keyed, db.Model):
    """One participant's answer for one episode; it may be changed until the stage closes."""

    __table_args__ = (
        UniqueConstraint("episode_id", "participant_id"),
        CheckConstraint("answer IN ('good', 'mixed', 'problematic', 'cannot-say')", name="answer"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    episode_id: Mapped[int] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"), index=True)
    position_id: Mapped[int] = mapped_column(ForeignKey("position.id"))
    answer: Mapped[str] = mapped_column(String(20))
    standard_id: Mapped[int | None] = mapped_column(ForeignKey("statement.id", ondelete="SET NULL"))
    given_at: Mapped[datetime] = mapped_column(Moment, default=now)

    episode: Mapped[Episode] = relationship(backref="appraisals")
    participant: Mapped[Participant | None] = relationship()
    position: Mapped[Position] = relationship(lazy="joined")
    standard: Mapped[Statement | None] = relationship()
