"""Two chosen episodes, and factors given by a phone's participant."""

import pytest

from facilitator.db import db, new_key
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.choosing import choose_episode
from facilitator.factors.actions import give_influence
from facilitator.workshops.room import Room

STAGE = "06-factors"


@pytest.fixture
def two(workshop):
    made = [propose_episode(workshop, title) for title in ("The visit", "The first call")]
    for episode in made:
        choose_episode(workshop, episode)
    db.session.commit()
    return made


@pytest.fixture
def give(workshop):
    """give(phone, episode, factor, item, effect) → an influence of that phone's participant."""

    def give_one(phone, episode, factor="conditions", item="workload", effect="hindered"):
        room = Room.of(workshop, STAGE, episode.id)
        influence = give_influence(phone.participant, room, factor, item, effect, "2", "Like this.", new_key())
        db.session.commit()
        return influence

    return give_one
