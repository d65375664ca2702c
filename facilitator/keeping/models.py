"""What was decided about keeping a review, by whom and when; and the line that outlives it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from facilitator.db import Moment, db, now
from facilitator.reviews.models import Review


class SignOff(db.Model):
    """The review is finished. From then on it has a date on which it is deleted. undone_at: it goes on after all."""

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    by: Mapped[str] = mapped_column(String(20))
    delete_on: Mapped[date]
    undone_at: Mapped[datetime | None] = mapped_column(Moment)

    review: Mapped[Review] = relationship(backref=backref("sign_offs", order_by="SignOff.id", passive_deletes=True))


class Hold(db.Model):
    """A reason not to delete the review yet, such as a court's order. It stands until somebody releases it."""

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    by: Mapped[str] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    released_at: Mapped[datetime | None] = mapped_column(Moment)

    review: Mapped[Review] = relationship(backref=backref("holds", order_by="Hold.id", passive_deletes=True))


class PurgeProposal(db.Model):
    """A facilitator asked for the review to be deleted now. It waits for a second person. pass_id: who asked."""

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    pass_id: Mapped[int] = mapped_column(ForeignKey("pass.id", ondelete="CASCADE"))
    taken_back_at: Mapped[datetime | None] = mapped_column(Moment)

    review: Mapped[Review] = relationship(
        backref=backref("proposals", order_by="PurgeProposal.id", passive_deletes=True)
    )


class Purged(db.Model):
    """What is left of a review that was deleted: its key and how it went, not a word of it.

    how: "on its date", or "by two people".
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    review_key: Mapped[str] = mapped_column(String(40), unique=True)
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    how: Mapped[str] = mapped_column(String(40))
    by: Mapped[str] = mapped_column(String(60))
    log_ending: Mapped[str] = mapped_column(String(64), default="")

    @property
    def short_key(self):
        """As the page of the review showed it."""
        return self.review_key[:8]
