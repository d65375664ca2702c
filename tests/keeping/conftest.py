"""A helper on a device of their own, and the file as it lies on the disk, readable."""

import pytest

from facilitator.access.actions import issue_pass
from facilitator.access.door import LEADER_COOKIE
from facilitator.db import db

PASSPHRASE = "four plain words here"


@pytest.fixture
def co_facilitator(app, workshop):
    """The co-facilitator's own browser, paired with the workshop."""
    token = issue_pass("co-facilitator", workshop=workshop)
    db.session.commit()
    client = app.test_client()
    client.set_cookie(LEADER_COOKIE, token)
    return client


@pytest.fixture
def at(review):
    """at("hold") → the address of that act on the review."""
    return lambda act="": f"/reviews/{review.id}/keeping" + (f"/{act}" if act else "")
