"""The run-sheet: each step with the minutes planned and the minutes gone."""

from dataclasses import dataclass

from facilitator.db import now
from facilitator.workshops.room import Room
from facilitator.workshops.unrevealed import is_left_behind


@dataclass(frozen=True)
class Line:
    """One line of the run-sheet. state: done, not revealed, now or to come. minutes: what it says on the right.

    Not revealed: the group has left it, and what was given there has not been shown to it.
    """

    number: int
    name: str
    state: str
    minutes: str
    heading: bool = False


def run_sheet(room):
    """The lines of the run-sheet, one for each step; a stage about several episodes has a heading line first."""
    gone = minutes_gone(room)
    current = room.index
    lines, last = [], None
    for number, step in enumerate(room.steps):
        spent = gone.get(step.place, 0.0)
        state = "now" if number == current else state_of(room, number) if spent else "to come"
        if step.episode and step.stage is not last:
            planned = sum(gone.get(other.place, 0.0) for other in room.steps if other.stage is step.stage)
            lines.append(Line(number, step.stage.name, "", _minutes(planned, step.stage.minutes), heading=True))
        name = f"KPE {step.episode.number}" if step.episode else step.stage.name
        lines.append(Line(number, name, state, "" if step.episode else _minutes(spent, step.stage.minutes)))
        last = step.stage
    return lines


def state_of(room, number):
    """How a step stands that the group has left."""
    left = Room(room.workshop, room.script, number, room.steps)
    return "not revealed" if is_left_behind(left) else "done"


def _minutes(spent, planned):
    return f"{spent:.0f} of {planned}" if spent else f"{planned}"


def minutes_gone(room):
    """Step place → minutes spent there over all visits."""
    gone = {}
    for visit in room.visits():
        place = visit.stage, visit.episode_id
        gone[place] = gone.get(place, 0.0) + ((visit.ended_at or now()) - visit.began_at).total_seconds() / 60
    return gone
