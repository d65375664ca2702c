"""What the pages of a conversation draw: the part that is being written, and all of it to be read back."""

from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import select

from facilitator.conversations.asking import agreed_places, giver, newest_of, silences_in, state_of, waits, written_in
from facilitator.db import db, new_key
from facilitator.episodes.models import Episode
from facilitator.factors.framework import is_own_words
from facilitator.factors.models import Influence
from facilitator.perspectives.asking import own_at, own_silences_at
from facilitator.perspectives.models import Statement
from facilitator.perspectives.withdrawing import versions_of
from facilitator.workshops.room import Room

WEIGHT = {1: "a little", 2: "a good deal", 3: "a great deal"}
NO_WORDS = {"rather-not-say": "They’d rather not say", "dont-know": "They don’t know", "not-involved": "Not involved"}


@dataclass(frozen=True)
class Part:
    """A line of the list at the left: a step, how many answers stand there, and whether it is on the page now."""

    step: object
    written: int
    is_here: bool


def parts_of(room):
    """Every part in order."""
    own = [*written_in(room.workshop), *silences_in(room.workshop)]
    places = [(one.stage, one.episode_id) for one in own]
    return [Part(step, places.count(step.place), step is room.step) for step in room.steps]


def room_at(workshop, part, episode):
    """The part an address names, by default the first."""
    episode_id = int(episode) if (episode or "").isdecimal() else None
    return Room.of(workshop, part if part and Room.of(workshop).script.stage(part) else None, episode_id)


def writing(room):
    """What the page of one part draws."""
    person = giver(room.workshop)
    own, silent = own_at(room, person), own_silences_at(room, person)
    return {
        "room": room,
        "workshop": room.workshop,
        "participant": person,
        "seat": person.number,
        "parts_in_order": parts_of(room),
        "state": state_of(room.workshop),
        "rows": [(asked, own.get(asked.key), silent.get(asked.key), new_key()) for asked in room.stage.questions],
        "no_words": NO_WORDS,
        "key": new_key(),
        **drawn_by_kind(room, person),
    }


def drawn_by_kind(room, person):
    """What the stage's own kind draws from, where it asks for more than words."""
    if room.kind.name in ("turning-points", "factors"):
        return room.kind.phone(room, person)
    return {}


@dataclass(frozen=True)
class Read:
    """One answer as it is read out. said: a statement or an answer without words. waits: not agreed yet.

    moment, factor: the episode or influence it was given with, or None; their names are read out too.
    """

    said: object
    asked: str
    moment: object
    factor: object
    waits: bool
    key: str


def reading(workshop):
    """All that was written, part by part, to be read aloud."""
    room, agreed = Room.of(workshop), agreed_places(workshop)
    steps = [step.place for step in room.steps]
    everything = [*written_in(workshop), *silences_in(workshop)]
    everything.sort(key=lambda one: steps.index(place_of(one)) if place_of(one) in steps else len(steps))
    parts = [
        (name_of(workshop, *place), [read(workshop, one, agreed) for one in found])
        for place, found in groupby(everything, key=place_of)
    ]
    person = giver(workshop)
    here = {"workshop": workshop, "participant": person, "seat": person.number}
    here |= {"no_words": NO_WORDS, "weights": WEIGHT, "is_own_words": is_own_words}
    return {**here, "parts_read": parts, "state": state_of(workshop), "newest": newest_of(workshop)}


def place_of(one):
    return one.stage, one.episode_id


def name_of(workshop, stage, episode_id):
    step = Room.of(workshop, stage, episode_id).step
    return f"{step.stage.name}: {step.episode.title}" if step.episode else step.stage.name


def read(workshop, one, agreed):
    asked = getattr(one, "asked", None)
    if asked is None:
        question = Room.of(workshop, one.stage, one.episode_id).stage.question(one.question)
        asked = question.ask if question else ""
    return Read(one, asked, given_with(Episode, one), given_with(Influence, one), waits(one, agreed), new_key())


def given_with(model, one):
    """The Episode or Influence that somebody's words were given with, or None."""
    if not isinstance(one, Statement):
        return None
    versions = [version.id for version in versions_of(one)]
    return db.session.scalar(select(model).where(model.statement_id.in_(versions)))
