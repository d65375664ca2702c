import pytest

from facilitator.db import db
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.choosing import choose_episode
from facilitator.perspectives.models import Statement

VIEW = "05-view-at-the-time"


@pytest.fixture
def call(workshop, go_to):
    """The group looks at the first call."""
    episode = propose_episode(workshop, "The first call", when="2019-03-13")
    choose_episode(workshop, episode)
    db.session.commit()
    go_to(VIEW)
    return episode


@pytest.fixture
def two_accounts(call, hv, sw, leader, workshop):
    """A health visitor and a social worker tell of the same call, and everybody sees it."""
    hv.say(VIEW, "going-on", "I made a referral, and heard a no.", episode=call.id)
    sw.say(VIEW, "going-on", "She asked for advice. I never said no.", episode=call.id)
    leader.post(f"/w/{workshop.code}/reveal")
    return db.session.scalars(db.select(Statement).order_by(Statement.number)).all()


@pytest.fixture
def mark(leader, workshop, call):
    def mark_it(statements, kind="account", sentence="They differ on what the call was.", **form):
        given = {"kind": kind, "sentence": sentence, "statement": [one.number for one in statements], **form}
        return leader.post(f"/w/{workshop.code}/episodes/{call.id}/differences", data=given)

    return mark_it


@pytest.fixture
def wall_at(leader, workshop):
    """wall_at(3) → the text of the wall after turning three pages on."""

    def turned(pages=0):
        workshop.wall_page = pages
        db.session.commit()
        return leader.get(f"/w/{workshop.code}/wall").text

    return turned
