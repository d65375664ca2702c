"""The curtain over what came later, and what people think most colleagues would have done."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now
from facilitator.episodes.models import Episode
from facilitator.perspectives.models import Statement
from facilitator.perspectives.picture import Pictured
from facilitator.reviews.models import Position
from facilitator.workshops.models import Participant

ANSWERS = ("same", "else", "cannot-say")


class Curtain(db.Model):
    """The time for which a workshop saw an episode without what came later. Letting it down again makes a new one.

    reaches: the last day that was shown. fell_by, lifted_by: the role of who brought it about; lifted_at is empty
    while it is down.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    episode_id: Mapped[int] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"), index=True)
    reaches: Mapped[date] = mapped_column(Date)
    fell_at: Mapped[datetime] = mapped_column(Moment, default=now)
    fell_by: Mapped[str] = mapped_column(String(20))
    lifted_at: Mapped[datetime | None] = mapped_column(Moment)
    lifted_by: Mapped[str | None] = mapped_column(String(20))

    episode: Mapped[Episode] = relationship(backref="curtains")


class Colleagues(Pictured, Keyed, db.Model):
    """What one participant thinks most colleagues would have done, said before what came later was shown.

    colleagues: the words beside it, a statement like any other. It may be changed until the curtain is lifted.
    """

    __table_args__ = (
        UniqueConstraint("episode_id", "participant_id"),
        CheckConstraint("answer IN ('same', 'else', 'cannot-say')", name="answer"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    episode_id: Mapped[int] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"), index=True)
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"), index=True)
    position_id: Mapped[int] = mapped_column(ForeignKey("position.id"))
    answer: Mapped[str] = mapped_column(String(20))
    colleagues_id: Mapped[int | None] = mapped_column(ForeignKey("statement.id", ondelete="SET NULL"))
    given_at: Mapped[datetime] = mapped_column(Moment, default=now)

    episode: Mapped[Episode] = relationship(backref="colleagues")
    participant: Mapped[Participant | None] = relationship()
    position: Mapped[Position] = relationship(lazy="joined")
    colleagues: Mapped[Statement | None] = relationship()
