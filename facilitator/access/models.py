"""Passes, and the log of what was done with them."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now


class Pass(db.Model):
    """Leave to come in. The browser holds a token; the database knows only its hash, and may end it at any time.

    workshop_id: the only workshop it opens; None opens all. review_id: the only review a helper's pass opens.
    granted: the acts of matrix.BY_GRANT that were granted to this helper, one a line.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(20))
    workshop_id: Mapped[int | None] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"))
    issued_at: Mapped[datetime] = mapped_column(Moment, default=now)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    review_id: Mapped[int | None] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"))
    granted: Mapped[str | None] = mapped_column(Text)

    participant = relationship("Participant")  # a later noun, named and not imported

    @property
    def grants(self):
        return (self.granted or "").split("\n")


class Invitation(db.Model):
    """A way in for one more device: a code that is typed, or a token behind a QR code. Good once, for ten minutes.

    role: what the device will be. participant_id: for a second device, whose seat it is to join; then the first device
    is asked, and until it has answered only asking_hash knows the second one. accepted: its answer.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(String(20))
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"))
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), index=True)
    granted: Mapped[str | None] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(Moment, default=now)
    ends_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)
    asking_hash: Mapped[str | None] = mapped_column(String(64))
    accepted: Mapped[bool | None]

    workshop = relationship("Workshop")  # a later noun, named and not imported


class LogLine(Keyed, db.Model):
    """One act of a facilitator. Each line carries the hash of the one before it. Never a word of content."""

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    role: Mapped[str] = mapped_column(String(20))
    act: Mapped[str] = mapped_column(String(60))
    about: Mapped[str] = mapped_column(Text, default="")
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
