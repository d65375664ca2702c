"""What every screen of a workshop looks at: the step it stands at, and who has answered."""

from dataclasses import dataclass
from functools import cached_property

from flask import current_app
from sqlalchemy import select

from facilitator.db import ask_plain, db
from facilitator.refusal import NotFound
from facilitator.workshops import beside, tally
from facilitator.workshops.labels import ONLY_POSITION
from facilitator.workshops.lookups import DONE_HERE, HERE, IDS_HERE, REVEALED, STANDS, STANDS_FOR
from facilitator.workshops.models import Note, Visit, Workshop
from facilitator.workshops.scripts import Script
from facilitator.workshops.steps import Step, all_steps, episodes_asked_about, find_step

NOBODY = "Nobody"


def library():
    """The scripts, ours and the facilitator's own, as they stand on disk now."""
    return current_app.extensions["scripts"].refresh()


def script_of(workshop):
    """The script a workshop follows. Refused with a sentence when its folder has gone."""
    script = library().get(workshop.script)
    if script is None:
        raise NotFound(f"The script “{workshop.script}” of this workshop cannot be found or has a mistake in it.")
    return script


def is_conversation(workshop):
    """Whether it is held one to one. A script that has gone is taken for one of a room's."""
    script = library().scripts.get(workshop.script)
    return script is not None and script.is_conversation


def stray_step(workshop, script, steps, stage, episode_id):
    """A step that a phone still shows and the run-sheet has no longer, since its episode was taken off; else None.

    What is given there late keeps its own episode and waits for the facilitator; it must not land on another one.
    """
    found = script.stage(stage)
    if found is None or (stage, episode_id) in [step.place for step in steps]:
        return None
    return Step(found, next((one for one in workshop.review.all_episodes if one.id == episode_id), None))


@dataclass
class Room:
    """A workshop at one of its steps. By default the step where the group is."""

    workshop: Workshop
    script: Script
    index: int
    steps: list = ()
    is_stray: bool = False
    pages_before: int = 0  # of the wall: shown by a later noun before those of the stage itself
    promised: bool = False  # the page these words were written on said that a reveal is still to come

    @classmethod
    def of(cls, workshop, stage=None, episode_id=None):
        script = script_of(workshop)
        steps = all_steps(script, episodes_asked_about(workshop, script))
        stray = stray_step(workshop, script, steps, stage, episode_id) if stage else None
        if stray:
            steps = [*steps, stray]
        place = (stage, episode_id) if stage else (workshop.stage, workshop.episode_id)
        index = len(steps) - 1 if stray else find_step(steps, *place)
        return cls(workshop, script, index, steps, is_stray=stray is not None)

    @property
    def step(self):
        return self.steps[self.index]

    @property
    def stage(self):
        return self.step.stage

    @property
    def episode(self):
        return self.step.episode

    @property
    def kind(self):
        return self.step.kind

    @property
    def review(self):
        return self.workshop.review

    @property
    def is_current(self):
        """Whether the group is at this step now, and the workshop goes on.

        A conversation goes to and fro: it is at every step that has not been read back and agreed. What is written at
        one that has been waits, as late words do.
        """
        if self.script.is_conversation:
            return self.workshop.is_open and not (self.is_revealed or self.is_stray)
        here = find_step(self.steps, self.workshop.stage, self.workshop.episode_id)
        return self.workshop.is_open and here == self.index and not self.is_stray

    @property
    def holds_words(self):
        """Whether words given here now wait for the facilitator.

        They came late; or their page promised that nobody sees them before a reveal, and that has happened meanwhile:
        who was still writing then must not find their words on the wall. (trust.md, 2)
        """
        return not self.is_current or (self.promised and self.is_revealed)

    @property
    def place(self):
        """What a phone compares to see whether the group has moved on since it drew its stage."""
        reveal = self.stands.reveal_id or 0
        stands = f"{int(self.workshop.is_open)}/{self.labelled}/{beside.signs_of(self)}"
        return f"{self.stage.slug}/{self.step.episode_id or 0}/{reveal}/{stands}"

    @property
    def wall_page(self):
        """The page of what the stage itself shows on the wall, counted from 0."""
        return max(0, self.workshop.wall_page - self.pages_before)

    @property
    def at(self):
        """Where an act of the console was pressed. It is refused when the group has moved meanwhile."""
        return f"{self.stage.slug}/{self.step.episode_id or 0}"

    @property
    def in_lookups(self):
        """This step as lookups that are put together once name it."""
        return {"workshop": self.workshop.id, "stage": self.stage.slug, "episode": self.step.episode_id}

    @property
    def following(self):
        return self.steps[self.index + 1] if self.index + 1 < len(self.steps) else None

    @property
    def preceding(self):
        return self.steps[self.index - 1] if self.index else None

    @cached_property
    def reveal(self):
        """The reveal of this step that stands, or None."""
        return db.session.scalar(REVEALED, self.in_lookups)

    @cached_property
    def stands(self):
        """How this step stands: the id of its reveal, and the newest change of what words carry here; None for none."""
        return ask_plain(STANDS, self.in_lookups).one()

    def stands_for(self, participant):
        """How it stands for one participant: whether they said "I'm done", and how many here have their position."""
        known = self.__dict__.setdefault("stands for", {})
        if participant.id not in known:
            one = {"participant": participant.id, "position": participant.position_id}
            known[participant.id] = ask_plain(STANDS_FOR, {**self.in_lookups, **one}).one()
        return known[participant.id]

    def look_again(self):
        """Forget how the step stands: it has changed, or it may have."""
        for known in ("reveal", "stands", "stands for", "done"):
            self.__dict__.pop(known, None)

    @property
    def may_be_labelled(self):
        """Whether the facilitator may say here what words carry."""
        return self.kind.labels != ONLY_POSITION

    @property
    def labelled(self):
        """What words given at this stage carry: position, agency or unlabelled."""
        return (self.may_be_labelled and self.stands.labelled) or self.stage.labelled

    @property
    def is_authorless(self):
        """Whether who gives words here is not stored."""
        return self.labelled != "position"

    @cached_property
    def label_changed(self):
        """Whether what words carry was changed after the group first came here."""
        if not (self.may_be_labelled and self.stands.labelled):
            return False
        came = [visit.began_at for visit in self.visits() if visit.stage == self.stage.slug]
        return bool(came) and self.stands.labelled_at > min(came)

    @property
    def is_revealed(self):
        return not self.kind.hidden or self.stands.reveal_id is not None

    @cached_property
    def answered(self):
        """The ids of the participants who gave anything at this step."""
        return self.kind.answered(self)

    @cached_property
    def done(self):
        """The ids of the participants who said "I'm done" at this step."""
        return set(ask_plain(DONE_HERE, self.in_lookups).scalars().all())

    def is_done(self, participant):
        """Whether one participant said "I'm done" at this step."""
        return self.stands_for(participant).is_done

    @cached_property
    def band(self):
        """How many of those present have answered, as a word that names nobody."""
        answered = tally.counted(self) if self.is_authorless else len(self.ids_here & (self.answered | self.done))
        return band(answered, len(self.ids_here))

    @property
    def band_in_words(self):
        """The band as the wall says it; empty where nothing is asked."""
        if self.kind.name in ("welcome", "close"):
            return ""
        return f"{NOBODY} has answered yet" if self.band == NOBODY else f"{self.band} have answered"

    @cached_property
    def here(self):
        """Who is in the room, as light rows with few columns. Drawn after every change, so kept cheap."""
        return db.session.execute(HERE, {"workshop": self.workshop.id}).all()

    @cached_property
    def ids_here(self):
        """The ids of the participants who are in the room."""
        return set(ask_plain(IDS_HERE, {"workshop": self.workshop.id}).scalars().all())

    def is_alone(self, participant):
        """Whether at most one person here has this participant's position."""
        return self.stands_for(participant).in_position <= 1

    @cached_property
    def note(self):
        return db.session.scalar(select(Note).filter_by(workshop_id=self.workshop.id, stage=self.stage.slug))

    def visits(self):
        return db.session.scalars(select(Visit).filter_by(workshop_id=self.workshop.id)).all()


def steps_of(workshop):
    """Every step of a workshop as a Room, in order."""
    here = Room.of(workshop)
    return [Room(workshop, here.script, index, here.steps) for index in range(len(here.steps))]


def band(count, of):
    """A count as a word: nobody, some, most or all."""
    if not count:
        return NOBODY
    if count >= of:
        return "All"
    return "Most" if count * 2 > of else "Some"
