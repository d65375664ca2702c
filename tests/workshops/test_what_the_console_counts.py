"""What the console counts is said so that nobody takes it for its opposite, and nothing waits unseen."""

import re

import pytest

from facilitator.live.announcements import NAMES

VIEW, TURNING = "05-view-at-the-time", "03-turning-points"


@pytest.fixture
def side(leader, workshop):
    """side() → what stands beside the stage, as it is read aloud."""

    def read():
        page = leader.get(f"/w/{workshop.code}/console/side").text
        return " ".join(re.sub("<[^>]*>", " ", page).split())

    return read


def test_who_has_not_answered_is_said_in_so_many_words(side, hv, join_as, sw, go_to):
    """Seen to fail as “Health visiting: 2 of 2”, which reads as if two had been heard."""
    join_as("Team leader")
    go_to(VIEW)
    assert "Health visiting: 2 of 2 have not answered" in side()

    hv.say(VIEW, "going-on", "An ordinary visit.")

    assert "Health visiting: 1 of 2 has not answered" in side()
    assert "Referral hub: 1 of 1 has not answered" in side()


def test_late_words_are_counted_until_they_are_let_in(side, hv, leader, workshop, go_to, wall):
    """Seen to fail without the count, and without the news of it at another step."""
    go_to(TURNING)
    go_to(VIEW)
    assert "Waiting for you" not in side()
    wall.heard()

    hv.post("/turning-points", stage=TURNING, title="The first call", why="It set the direction.")

    assert "Waiting for you: 1 answer. Words that came late" in side()
    assert "statements-changed" in wall.heard() and "statements-changed" in NAMES

    leader.post(f"/w/{workshop.code}/statements/1/letting-in")

    assert "Waiting for you" not in side()


def test_late_words_that_were_withdrawn_wait_no_more(side, hv, leader, workshop, go_to):
    """Seen to fail when withdrawn words stay on the list."""
    go_to(TURNING)
    go_to(VIEW)
    hv.post("/turning-points", stage=TURNING, title="The first call", why="It set the direction.")

    hv.post("/statements/1/withdrawal")

    assert "Waiting for you" not in side()
    assert "Nothing is waiting" in leader.get(f"/w/{workshop.code}/held").text


def test_late_words_without_a_position_are_told_of_together_and_never_counted(
    side, hv, sw, join_as, leader, workshop, go_to
):
    """Seen to fail when each is told of as it comes: that would show who was typing just then."""
    phones = [hv, sw, join_as("Team leader")]
    go_to(VIEW)
    leader.post(f"/w/{workshop.code}/labelling", data={"labelled": "unlabelled"})
    hv.say(VIEW, "going-on", "In time.", labelled="unlabelled")
    leader.post(f"/w/{workshop.code}/reveal")
    leader.post(f"/w/{workshop.code}/next")

    told = []
    for phone in phones:
        phone.say(VIEW, "else", "Late.", labelled="unlabelled")
        told.append("words without a position" in side())

    assert told == [False, False, True]
    assert "3" not in side().split("Waiting for you")[1]


def test_a_step_where_nothing_is_hidden_is_not_called_revealed(side):
    assert "Revealed" not in side() and "Not revealed" not in side()


def test_what_is_chosen_from_stands_above_who_has_been_heard(leader, workshop, go_to, hv):
    """Seen to fail where it stands for every other kind of stage: below all helps."""
    go_to("04-episodes")
    page = leader.get(f"/w/{workshop.code}/console/stage").text
    assert page.index('class="given"') < page.index('class="heard"') < page.index('class="helps"')

    go_to(VIEW)
    page = leader.get(f"/w/{workshop.code}/console/stage").text
    assert page.index('class="heard"') < page.index('class="helps"') < page.index('class="given"')
