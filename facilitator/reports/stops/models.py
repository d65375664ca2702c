"""What a facilitator looked at before publication and let pass."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from facilitator.db import Keyed, Moment, db, now


class Passed(Keyed, db.Model):
    """Something found at one place that may be published after all, with the reason. It does not hold what was found.

    place: where, such as `entries/12/text`. mark: a keyed hash of the words found, so that others there stop again.
    """

    __tablename__ = "passed_name"
    __table_args__ = (UniqueConstraint("review_id", "place", "mark"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    place: Mapped[str] = mapped_column(String(120))
    kind: Mapped[str] = mapped_column(String(20))
    mark: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Moment, default=now)
