"""A comment on a finding that was begun before the reveal waits; the phone says so beside its button. (trust.md, 2)"""

import pytest

WORDS = "It was never about the form."


@pytest.fixture
def tested(finding, go_to, hv):
    go_to("10-findings")
    return finding


def test_the_phone_says_when_it_is_seen(tested, hv, leader, workshop):
    before = hv.get().text

    leader.post(f"/w/{workshop.code}/reveal")

    assert "Only you see this until the facilitator reveals everyone’s together." in before
    assert "Words you save now are shown to the room at once." in hv.get().text


def test_what_was_begun_before_it_waits(tested, hv, leader, workshop):
    leader.post(f"/w/{workshop.code}/reveal")

    hv.post("/findings/1/test", stage="10-findings", answer="disagree", comment=WORDS, promised="reveal")

    assert WORDS not in leader.get(f"/w/{workshop.code}/console").text
    assert WORDS in hv.get("/mine").text
