"""Somebody opens the program's own address, whoever they are."""

import pytest

from facilitator.access.actions import issue_pass
from facilitator.access.door import LEADER_COOKIE
from facilitator.db import db


@pytest.mark.parametrize(("role", "screen"), [("co-facilitator", "console"), ("scribe", "console"), ("wall", "wall")])
def test_a_helper_comes_to_their_workshop(app, workshop, role, screen):
    """Seen to fail with everybody sent to the reviews: a helper was refused there and told to sign in."""
    helper = app.test_client()
    helper.set_cookie(LEADER_COOKIE, issue_pass(role, workshop=workshop))
    db.session.commit()

    assert helper.get("/").location == f"/w/{workshop.code}/{screen}"
    assert helper.get(f"/w/{workshop.code}/{screen}").status_code == 200
    assert "To your workshop" in helper.get("/reviews").text


def test_a_phone_comes_to_its_stage(hv, app, workshop):
    assert hv.client.get("/").location == f"/w/{workshop.code}"


def test_a_facilitator_and_an_outsider_come_to_the_reviews(leader, outsider):
    assert leader.get("/").location == outsider.get("/").location == "/reviews"
