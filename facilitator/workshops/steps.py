"""The steps of a workshop: stage after stage, and episode after episode where a stage is about one.

Moving on is a pure function of the order; nothing here writes.
"""

from dataclasses import dataclass

from facilitator.workshops.kinds import KINDS
from facilitator.workshops.scripts import Stage


@dataclass(frozen=True)
class Step:
    """A stage, and the episode it is about (None where the stage is about none, or none is chosen yet)."""

    stage: Stage
    episode: object = None

    @property
    def kind(self):
        return KINDS[self.stage.kind]

    @property
    def episode_id(self):
        return self.episode.id if self.episode else None

    @property
    def place(self):
        """What marks this step in the database: (stage, episode id)."""
        return self.stage.slug, self.episode_id

    @property
    def columns(self):
        """The same as the columns of what is kept at this step (`models.AtStep`)."""
        return {"stage": self.stage.slug, "episode_id": self.episode_id}

    @property
    def name(self):
        return f"{self.stage.name} · {self.episode.full_title}" if self.episode else self.stage.name


def chosen_episodes(review):
    """The review's key practice episodes in their order."""
    return sorted((episode for episode in review.all_episodes if episode.number), key=lambda episode: episode.number)


def episodes_asked_about(workshop, script):
    """What the stages about episodes are about: the chosen ones. A conversation begins with the moments named in it."""
    chosen = chosen_episodes(workshop.review)
    if not script.is_conversation:
        return chosen
    named = [one for one in workshop.review.all_episodes if one.statement and one.statement.workshop_id == workshop.id]
    standing = [one for one in named if not (one.number or one.last_version.withdrawn_at)]
    return sorted(standing, key=lambda one: one.id) + chosen


def all_steps(script, episodes):
    """Every step of a script for these episodes, in order. A stage about episodes stays, even while there are none."""
    return [
        Step(stage, episode)
        for stage in script.stages
        for episode in ((episodes or [None]) if KINDS[stage.kind].per_episode else [None])
    ]


def find_step(steps, stage, episode_id):
    """The index of a step; the stage's first when that episode is no longer among them; 0 when the stage is gone."""
    places = [step.place for step in steps]
    if (stage, episode_id) in places:
        return places.index((stage, episode_id))
    return next((index for index, step in enumerate(steps) if step.stage.slug == stage), 0)
