"""Leading a workshop: moving, revealing, the clock, notes. Every act is written into the log.

Opening and closing it are in opening.py, what the wall shows in showing.py.
"""

from datetime import timedelta

from sqlalchemy import bindparam, select, update

from facilitator.access.acting import acting_role
from facilitator.access.actions import log
from facilitator.copies.wishes import copy_after_this
from facilitator.db import change, db, now, write
from facilitator.live.announcements import announce
from facilitator.refusal import Refused
from facilitator.workshops import beside
from facilitator.workshops.labels import CARRIED
from facilitator.workshops.models import Labelling, Note, Reveal, Visit
from facilitator.workshops.room import Room, steps_of
from facilitator.workshops.steps import find_step

# Put together once: the whole room waits for a step to be taken.
END_VISITS = (
    update(VISIT := Visit.__table__)
    .where(VISIT.c.workshop_id == bindparam("workshop"), VISIT.c.ended_at.is_(None))
    .values(ended_at=bindparam("moment"), clock_ends_at=bindparam("clock"))
)


def move_to(room, step, by=None, act="moved"):
    """Take the group to a step. Nothing given anywhere is touched. Being there already does nothing."""
    workshop = room.workshop
    if not workshop.is_open:
        raise Refused("This workshop is closed. Open it again first.")
    if step.place == (workshop.stage, workshop.episode_id):
        return
    end_visits(workshop)
    change(workshop, **step.columns, wall_page=0, wall_stretch=None, clock_ends_at=None)
    write(Visit, workshop_id=workshop.id, **step.columns, began_at=now())
    beside.arrived(Room.of(workshop))
    log(workshop.review, act, role=by, stage=step.stage.slug, episode=step.episode.number if step.episode else None)
    announce(workshop, "stage-changed")
    copy_after_this()


def step_at(room, number):
    """The step with this number on the run-sheet, counted from 0, as a form gave it. Refused when there is none."""
    if not number.isdecimal() or not int(number) < len(room.steps):
        raise Refused("There is no such step on the run-sheet.")
    return room.steps[int(number)]


def undo_move(room, by=None):
    """Go back to where the group was before the last step, with the clock that was running there. A slip of the hand.

    Refused when the group has been nowhere else.
    """
    before = (*last_visits(room.workshop, 2), None, None)[1]
    if before is None:
        raise Refused("The group has not moved yet, so there is nothing to undo.")
    step = room.steps[find_step(room.steps, before.stage, before.episode_id)]
    move_to(room, step, by, act="move undone")
    if before.clock_ends_at and before.clock_ends_at > now():
        room.workshop.clock_ends_at = before.clock_ends_at


def last_visits(workshop, count):
    found = select(Visit).filter_by(workshop_id=workshop.id).order_by(Visit.id.desc()).limit(count)
    return db.session.scalars(found).all()


def end_visits(workshop):
    """The time at this step ends; the clock that is running is noted with it."""
    ended = {"moment": now(), "clock": workshop.clock_ends_at, "workshop": workshop.id}
    db.session.flush()
    db.session.connection().execute(END_VISITS, ended)


def reveal(room, by=None):
    """Show the room what was given in private at this step. Doing it twice does nothing."""
    refuse_in_conversation(room)
    if room.reveal is None:
        open_step(room, by)
        log(room.review, "revealed", role=by, stage=room.stage.slug, episode=room.episode and room.episode.number)
        announce(room.workshop, "stage-changed")
        copy_after_this()


def open_step(room, by=None):
    """What was given at this step counts from now on. Whoever calls it logs it."""
    db.session.add(Reveal(workshop_id=room.workshop.id, by=by or acting_role(), **room.step.columns))
    room.look_again()
    room.workshop.wall_page = 0
    room.kind.opened(room)


def refuse_in_conversation(room):
    if room.script.is_conversation:
        raise Refused("This is a conversation. Its words count once they have been read back and agreed: do it there.")


def hide_again(room, by=None):
    """Take a reveal back: a slip of the hand, not a way to unsay. The log keeps both."""
    refuse_in_conversation(room)
    if room.reveal is not None:
        room.reveal.undone_at = now()
        room.look_again()
        log(room.review, "hidden again", role=by, stage=room.stage.slug, episode=room.episode and room.episode.number)
        announce(room.workshop, "stage-changed")


def open_what_came_late(workshop):
    """At the close, words without an author that came after the reveal of their step join the record together."""
    for room in steps_of(workshop):
        if room.kind.hidden and room.is_revealed:
            room.kind.opened(room)


def label_stage(room, labelled, by="facilitator"):
    """Say what words given at this stage carry from now on. What was given is never touched. Twice is once.

    labelled: one of workshops.labels. Refused where the kind of stage does not allow it.
    """
    if labelled not in room.kind.labels:
        raise Refused("Words given at this stage carry the position. Choose another stage for unlabelled words.")
    if labelled == room.labelled:
        return
    db.session.add(Labelling(workshop_id=room.workshop.id, stage=room.stage.slug, labelled=labelled, by=by))
    room.look_again()
    log(room.review, "label changed", role=by, stage=room.stage.slug, carries=CARRIED[labelled])
    announce(room.workshop, "stage-changed")


def set_clock(workshop, minutes):
    """Give the group so many minutes from now; with a clock running, so many more. 0 takes the clock away."""
    if not -240 <= minutes <= 240:
        raise Refused("A clock runs for at most 240 minutes.")
    if minutes == 0:
        workshop.clock_ends_at = None
    else:
        begin = max(workshop.clock_ends_at or now(), now())
        workshop.clock_ends_at = begin + timedelta(minutes=minutes)
    announce(workshop, "stage-changed")


def write_note(room, text):
    """Keep the facilitator's private note on this stage. Refused when it is longer than 10,000 signs."""
    if len(text) > 10_000:
        raise Refused("That note is longer than 10,000 characters. Please shorten it.")
    note = room.note
    if note is None:
        note = Note(workshop_id=room.workshop.id, stage=room.stage.slug)
        db.session.add(note)
        room.__dict__.pop("note", None)
    note.text, note.at = text, now()
