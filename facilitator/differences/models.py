"""A difference between accounts of the same moment."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Column, ForeignKey, String, Table, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now
from facilitator.episodes.models import Episode
from facilitator.perspectives.choosing import last_version
from facilitator.perspectives.models import Statement
from facilitator.reviews.models import Review

KINDS = ("knowledge", "account")
KIND_NAMES = {"knowledge": "A difference of knowledge", "account": "A difference of account"}

difference_statement = Table(
    "difference_statement",
    db.metadata,
    Column("difference_id", ForeignKey("difference.id", ondelete="CASCADE"), primary_key=True),
    Column("statement_id", ForeignKey("statement.id", ondelete="CASCADE"), primary_key=True),
)


class Difference(Keyed, db.Model):
    """Two or more statements about one episode that do not say the same, with a sentence on how. (method.md, 7)

    kind: knowledge (one knew what another could not have known) or account (both knew, and saw it differently).
    taken_back_at: empty while it stands.
    """

    __table_args__ = (
        UniqueConstraint("review_id", "number"),
        CheckConstraint("kind IN ('knowledge', 'account')", name="kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    episode_id: Mapped[int] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    sentence: Mapped[str] = mapped_column(Text)
    marked_at: Mapped[datetime] = mapped_column(Moment, default=now)
    marked_by: Mapped[str] = mapped_column(String(20))
    taken_back_at: Mapped[datetime | None] = mapped_column(Moment)

    review: Mapped[Review] = relationship(backref="all_differences")
    episode: Mapped[Episode] = relationship(backref="differences")
    marked: Mapped[list[Statement]] = relationship(secondary=difference_statement, order_by=Statement.number)

    @property
    def number_label(self):
        return f"D-{self.number:02d}"

    @property
    def kind_name(self):
        return KIND_NAMES[self.kind]

    @property
    def accounts(self):
        """The statements it lies between, as their givers last put them, those that stand."""
        latest = dict.fromkeys(last_version(statement) for statement in self.marked)
        return [statement for statement in latest if statement.is_current]

    @property
    def stands(self):
        """Whether it is shown: not taken back, and at least two of its accounts still stand."""
        return self.taken_back_at is None and len(self.accounts) > 1
