"""Everybody who might knock: each role, here and from elsewhere, and those whose pass has ended."""

import pytest

from facilitator.access.actions import end_pass, find_pass, issue_pass
from facilitator.access.door import LEADER_COOKIE, PHONE_COOKIE
from facilitator.db import db
from facilitator.reviews.models import Review
from facilitator.workshops.joining import join, leave
from facilitator.workshops.opening import open_workshop

STRANGERS = {
    "participant of another workshop": "participant",
    "co-facilitator of another review": "co-facilitator",
    "scribe of another review": "scribe",
    "wall of another review": "wall",
}


@pytest.fixture
def elsewhere(app, workshop):
    """A workshop of another review, with the same agency and role."""
    from facilitator.reviews.models import Agency, Position

    review = Review(title="Another case")
    review.agencies = [Agency(number=1, name="A school", letter="S", colour=2, positions=[Position(role="Teacher")])]
    db.session.add(review)
    db.session.flush()
    return open_workshop(review, app.extensions["scripts"].get("focused-day"))


@pytest.fixture
def seat(workshop, review):
    """Someone without a phone."""
    participant, _ = join(workshop, review.positions[0], without_phone=True)
    db.session.commit()
    return participant


@pytest.fixture
def knocking(app, workshop, review, elsewhere):
    """Name of who knocks → (cookie, token). An outsider has neither."""
    _, here = join(workshop, review.positions[0])
    _, there = join(elsewhere, elsewhere.review.positions[0])
    gone, gone_token = join(workshop, review.positions[0])
    db.session.flush()
    leave(gone)
    everybody = {
        "participant": (PHONE_COOKIE, here),
        "participant of another workshop": (PHONE_COOKIE, there),
        "someone who left": (PHONE_COOKIE, gone_token),
        "facilitator": (LEADER_COOKIE, issue_pass("facilitator")),
        "facilitator who signed out": (LEADER_COOKIE, signed_out()),
        "outsider": None,
    }
    for role in ("co-facilitator", "scribe", "wall"):
        everybody[role] = (LEADER_COOKIE, issue_pass(role, workshop=workshop))
        everybody[f"{role} of another review"] = (LEADER_COOKIE, issue_pass(role, workshop=elsewhere))
    db.session.commit()
    return everybody


def signed_out():
    token = issue_pass("facilitator")
    db.session.flush()
    end_pass(find_pass(token))
    return token


@pytest.fixture
def nothing_is_kept(monkeypatch):
    """Every request runs whole, and what it wrote is taken back: each knock finds the same house."""
    monkeypatch.setattr(db.session, "commit", db.session.rollback)
