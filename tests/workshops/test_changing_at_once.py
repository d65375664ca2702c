"""A step is written past the session, since the whole room waits for it: file and record must still say the same."""

from sqlalchemy import select

from facilitator.access.models import LogLine
from facilitator.db import change, db
from facilitator.workshops.actions import move_to
from facilitator.workshops.models import Note, Visit, Workshop
from facilitator.workshops.room import Room


def in_the_file(workshop):
    return db.session.execute(select(Workshop.stage, Workshop.wall_page, Workshop.title)).one()


def test_what_is_changed_at_once_stands_in_the_record_and_in_the_file(workshop):
    change(workshop, stage="05-view-at-the-time", wall_page=3)

    assert (workshop.stage, workshop.wall_page) == ("05-view-at-the-time", 3)
    assert in_the_file(workshop)[:2] == ("05-view-at-the-time", 3)


def test_what_waited_to_be_written_takes_nothing_of_it_back(workshop):
    workshop.wall_page, workshop.title = 2, "Morning"

    change(workshop, wall_page=5)
    db.session.commit()

    assert in_the_file(workshop)[1:] == (5, "Morning")


def test_what_is_new_itself_is_written_as_it_was_changed(workshop):
    note = Note(workshop_id=workshop.id, stage=workshop.stage, text="Begin at ten.")
    db.session.add(note)

    change(note, text="Begin at nine.")
    db.session.commit()

    assert db.session.scalars(select(Note.text)).all() == ["Begin at nine."]


def test_what_is_rolled_back_was_never_changed(workshop):
    before = workshop.stage
    change(workshop, stage="05-view-at-the-time")
    db.session.rollback()

    assert workshop.stage == in_the_file(workshop)[0] == before


def test_a_step_is_whole_or_not_at_all(workshop):
    room = Room.of(workshop)
    move_to(room, room.following)
    db.session.rollback()

    assert Room.of(workshop).index == room.index
    assert [one.ended_at for one in db.session.scalars(select(Visit))] == [None]
    assert "moved" not in db.session.scalars(select(LogLine.act)).all()
