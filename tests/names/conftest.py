"""The real names of the standing case, kept out through the page as a facilitator does it."""

import pytest

PASSPHRASE = "four plain words here"


@pytest.fixture
def keep_out(leader, review):
    """keep_out("name", "Connor Okafor") → puts it into the closed file, one a line."""

    def keep(kind, typed, **more):
        leader.post(f"/reviews/{review.id}/names/opening", data={"passphrase": PASSPHRASE})
        return leader.post(f"/reviews/{review.id}/names", data={"kind": kind, "typed": typed, **more})

    return keep
