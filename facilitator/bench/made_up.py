"""A made-up review as large as one gets: nine lanes, three hundred entries, eight episodes, six hundred influences."""

import random
from datetime import date, timedelta

from facilitator.db import db, now
from facilitator.episodes.models import Episode
from facilitator.factors.framework import framework
from facilitator.factors.models import Factor, Influence
from facilitator.narrative.actions import add_entry
from facilitator.narrative.sources import SOURCES
from facilitator.perspectives.models import Statement
from facilitator.reviews.actions import add_agency, begin_review
from facilitator.reviews.models import Position
from facilitator.workshops.models import Participant, Reveal
from facilitator.workshops.opening import open_workshop

LANES, ENTRIES, EPISODES, INFLUENCES, PEOPLE = 9, 300, 8, 600, 60
FORMS = ["%Y-%m-%d"] * 8 + ["%Y-%m~", "%Y-%m"]  # one date in five is rough
WORDS = "Somebody rang and was asked to ring back; nobody wrote down who was meant to do it, and it was Friday."
FACTORS = "06-factors"


def make_review(scripts):
    """Returns an open workshop of that review, everything in it revealed. Nothing is committed."""
    chance = random.Random(1)  # noqa: S311
    review = begin_review("Made up for measuring")
    agencies = [add_agency(review, f"Agency {number} of the county") for number in range(LANES)]
    for agency in agencies:
        agency.positions = [Position(role="Practitioner"), Position(role="Manager")]
    for _ in range(ENTRIES):
        day = date(2019, 1, 1) + timedelta(days=chance.randrange(365))
        add_entry(review, chance.choice(agencies), day.strftime(chance.choice(FORMS)), chance.choice(SOURCES), WORDS)
    workshop = open_workshop(review, scripts.get("focused-day"))
    episodes = [add_episode(review, workshop, number) for number in range(1, EPISODES + 1)]
    add_influences(review, workshop, episodes, chance)
    return workshop


def add_episode(review, workshop, number):
    episode = Episode(review=review, title="The moment it turned", when=f"2019-{number:02d}-03/2019-{number:02d}-12")
    episode.number = number
    db.session.add(episode)
    db.session.flush()
    db.session.add(Reveal(workshop_id=workshop.id, stage=FACTORS, episode_id=episode.id, by="facilitator"))
    return episode


def add_influences(review, workshop, episodes, chance):
    """Each with the words that say how it worked."""
    items = [(key, item) for key, one in framework(review).items() for item in one.items]
    positions = [position for agency in review.agencies for position in agency.positions]
    people = [Participant(workshop=workshop, number=number, position=chance.choice(positions), notice_seen_at=now())
              for number in range(1, PEOPLE + 1)]  # fmt: skip
    factors = [Factor(review=review, type=key, item=item, published=True) for key, item in items]
    db.session.add_all([*people, *factors])
    db.session.flush()
    for number in range(1, INFLUENCES + 1):
        who, episode = chance.choice(people), chance.choice(episodes)
        how = {"stage": FACTORS, "question": "how", "asked": "How did it work?", "text": WORDS, "episode": episode}
        said = Statement(review=review, number=number, workshop=workshop, participant=who, position=who.position, **how)
        about = {"factor": chance.choice(factors), "effect": chance.choice(("helped", "hindered")), "weight": 2}
        about |= {"participant_id": who.id, "position": who.position}
        db.session.add(Influence(episode=episode, statement=said, **about))
    review.statements_given = INFLUENCES
