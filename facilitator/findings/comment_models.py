"""What editors say to each other about a paragraph at the desk."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, backref, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now
from facilitator.findings.models import Paragraph


class DeskComment(Keyed, db.Model):
    """An editor's comment on a paragraph. Its words stay; it is open until somebody settles it. No report prints it.

    version: the text of the paragraph it was said of. by, settled_by: a role. (screens.md, Desk)
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    paragraph_id: Mapped[int] = mapped_column(ForeignKey("paragraph.id", ondelete="CASCADE"), index=True)
    version: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    by: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
    settled_by: Mapped[str | None] = mapped_column(String(20))

    paragraph: Mapped[Paragraph] = relationship(backref=backref("comments", order_by="DeskComment.id"))

    @property
    def is_open(self):
        return self.settled_at is None
