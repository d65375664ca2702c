"""The workshop, who is in it, where it stands, and what was brought about in it."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from facilitator.db import Keyed, Moment, db, now
from facilitator.reviews.models import Position, Review


class Workshop(Keyed, db.Model):
    """One structured group session of a review.

    script: the name of a folder under prompts/. stage: the name of a file in it, without `.md`.
    wall_stretch: the days of the narrative that the wall shows, as EDTF; None for the whole case.
    opened_although: the facilitator's own words for opening the room although a check was not good. They stay here
    and go with the workshop; the log holds no words.
    version: counts every change; a screen that holds a higher one is newer, whatever the clocks say.
    groupings: counts how often its small groups changed. groups_on_wall_at: empty while the wall shows the stage.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    script: Mapped[str] = mapped_column(String(200))
    code: Mapped[str] = mapped_column(String(6), unique=True)
    join_token: Mapped[str] = mapped_column(String(40), unique=True)
    version: Mapped[int] = mapped_column(default=0)
    stage: Mapped[str] = mapped_column(String(200))
    episode_id: Mapped[int | None] = mapped_column(ForeignKey("episode.id", ondelete="SET NULL", use_alter=True))
    wall_page: Mapped[int] = mapped_column(default=0)
    wall_stretch: Mapped[str | None] = mapped_column(String(80))
    opened_at: Mapped[datetime] = mapped_column(Moment, default=now)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    clock_ends_at: Mapped[datetime | None] = mapped_column(Moment)
    wall_blanked_at: Mapped[datetime | None] = mapped_column(Moment)
    code_hidden_at: Mapped[datetime | None] = mapped_column(Moment)
    room_address: Mapped[str | None] = mapped_column(String(80))
    opened_although: Mapped[str | None] = mapped_column(Text)
    groupings: Mapped[int] = mapped_column(default=0)
    groups_on_wall_at: Mapped[datetime | None] = mapped_column(Moment)

    review: Mapped[Review] = relationship(backref="workshops")
    episode = relationship("Episode", foreign_keys=[episode_id])  # a later noun, named and not imported
    participants: Mapped[list["Participant"]] = relationship(
        back_populates="workshop", order_by="Participant.number", cascade="all, delete-orphan"
    )

    @property
    def is_open(self):
        return self.closed_at is None

    @property
    def present(self):
        """The participants who have joined and not left, in the order they came."""
        return [participant for participant in self.participants if participant.left_at is None]

    @property
    def spaced_code(self):
        return f"{self.code[:3]} {self.code[3:]}"


class Participant(Keyed, db.Model):
    """One person in one workshop, on a phone or through the scribe. No name, no address, no device.

    small_group: the number of the group they sit in now. writes_for_group: whether their phone writes for it.
    """

    __table_args__ = (UniqueConstraint("workshop_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    position_id: Mapped[int] = mapped_column(ForeignKey("position.id"))
    number: Mapped[int]
    notice_seen_at: Mapped[datetime] = mapped_column(Moment)
    joined_at: Mapped[datetime] = mapped_column(Moment, default=now)
    ready_at: Mapped[datetime | None] = mapped_column(Moment)
    left_at: Mapped[datetime | None] = mapped_column(Moment)
    removed_at: Mapped[datetime | None] = mapped_column(Moment)
    without_phone: Mapped[bool] = mapped_column(default=False)
    small_group: Mapped[int | None]
    writes_for_group: Mapped[bool] = mapped_column(default=False)

    workshop: Mapped[Workshop] = relationship(back_populates="participants")
    position: Mapped[Position] = relationship(lazy="joined")

    @property
    def agency(self):
        return self.position.agency


class AtStep:
    """Something that belongs to one step of a workshop: a stage, and an episode where the stage is about one."""

    stage: Mapped[str] = mapped_column(String(200))


class Visit(AtStep, db.Model):
    """The time the group spent at a step. Going back makes a new visit.

    clock_ends_at: the clock that was running when the group left, so that a step taken by mistake gives it back.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    episode_id: Mapped[int | None] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"))
    began_at: Mapped[datetime] = mapped_column(Moment, default=now)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    clock_ends_at: Mapped[datetime | None] = mapped_column(Moment)


class Reveal(AtStep, db.Model):
    """The moment private statements of a step became visible to the room, and by whom. Hiding again ends it."""

    id: Mapped[int] = mapped_column(primary_key=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    episode_id: Mapped[int | None] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    by: Mapped[str] = mapped_column(String(20))
    undone_at: Mapped[datetime | None] = mapped_column(Moment)


class Labelling(AtStep, db.Model):
    """A facilitator changed what words given at a stage carry, from then on. The newest of a stage holds."""

    id: Mapped[int] = mapped_column(primary_key=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    labelled: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(Moment, default=now)
    by: Mapped[str] = mapped_column(String(20))


class Done(AtStep, db.Model):
    """A participant's "I'm done" at a step."""

    id: Mapped[int] = mapped_column(primary_key=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), index=True)
    episode_id: Mapped[int | None] = mapped_column(ForeignKey("episode.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(Moment, default=now)


class Note(AtStep, db.Model):
    """The facilitator's private note on a stage."""

    __table_args__ = (UniqueConstraint("workshop_id", "stage"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(Moment, default=now)
