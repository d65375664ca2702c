"""A room that has spoken: two chosen episodes, words about each, revealed."""

import pytest

from facilitator.db import db
from facilitator.episodes.models import Episode
from facilitator.patterns.models import Pattern

VIEW, PATTERNS = "05-view-at-the-time", "09-patterns"


@pytest.fixture
def episodes(review):
    visit = Episode(review=review, number=1, title="The new-birth visit", when="2019-03-11")
    call = Episode(review=review, number=2, title="The first call to the hub", when="2019-03-11/2019-03-12")
    db.session.add_all([visit, call])
    db.session.commit()
    return visit, call


@pytest.fixture
def told(episodes, hv, sw, go_to, leader, workshop):
    """Revealed: S-001 (health visitor, KPE 1), S-002 (the same, KPE 2), S-003 (social worker, KPE 2). Not S-004."""
    visit, call = episodes
    go_to(VIEW, 0)
    hv.say(VIEW, "going-on", "An ordinary visit.", episode=visit.id)
    leader.post(f"/w/{workshop.code}/reveal")
    go_to(VIEW, 1)
    hv.say(VIEW, "going-on", "I thought I was referring.", episode=call.id)
    sw.say(VIEW, "going-on", "A call like others.", episode=call.id)
    leader.post(f"/w/{workshop.code}/reveal")
    go_to("08-usual", 0)
    sw.post("/usual", stage="08-usual", episode=visit.id, answer="often", example="Nobody has seen this.")
    go_to(PATTERNS)


@pytest.fixture
def name(leader, workshop):
    """name("A title", …) → the answer after a facilitator put this pattern before the group."""

    def post(title, path="", **form):
        form = {"kind": "unsafe", "category": ["incidents"], **form}
        return leader.post(f"/w/{workshop.code}/patterns{path}", data={"title": title, **form})

    return post


@pytest.fixture
def patterns(review):
    """patterns() → every pattern of the review as the file has it."""

    def look():
        db.session.expire_all()
        return db.session.scalars(db.select(Pattern).order_by(Pattern.number)).all()

    return look
