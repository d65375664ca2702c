"""Answers that nobody has revealed are not left behind without a word, and the run-sheet says where they are."""

import re

import pytest

from facilitator.workshops.opening import close_workshop

VIEW, TURNING = "05-view-at-the-time", "03-turning-points"


@pytest.fixture
def asked_on_next(leader, workshop):
    """asked_on_next() → what the console asks before it moves the group on; None when it asks nothing."""

    def ask():
        page = leader.get(f"/w/{workshop.code}/console/stage").text
        (form,) = re.findall(rf'<form [^>]*action="/w/{workshop.code}/next"[^>]*>', page)
        found = re.search('hx-confirm="([^"]*)"', form)
        return found and found[1]

    return ask


@pytest.fixture
def run_line(leader, workshop):
    """run_line("Turning points") → that line of the run-sheet, as it is read aloud."""

    def read(name):
        page = leader.get(f"/w/{workshop.code}/console/run_sheet").text
        lines = [" ".join(re.sub("<[^>]*>", " ", one).split()) for one in re.findall(r"<li.*?</li>", page, re.DOTALL)]
        return next(line for line in lines if name in line)

    return read


def propose(phone):
    return phone.post("/turning-points", stage=TURNING, title="The first call", why="It set the direction.")


def test_the_console_asks_once_before_answers_are_left_unrevealed(hv, sw, go_to, asked_on_next):
    """Seen to fail when only somebody who is writing is asked about."""
    go_to(TURNING)
    assert asked_on_next() is None

    assert propose(hv).status_code == 200

    assert asked_on_next().startswith("Some have answered, and nothing has been revealed. Go on without revealing?")
    assert "Nothing is lost, and you can go back." in asked_on_next()


def test_after_the_reveal_it_asks_nothing(hv, leader, workshop, go_to, asked_on_next):
    go_to(TURNING)
    propose(hv)

    leader.post(f"/w/{workshop.code}/reveal")
    assert asked_on_next() is None

    leader.post(f"/w/{workshop.code}/hiding")
    assert asked_on_next()


def test_the_run_sheet_says_in_words_where_nothing_was_revealed(hv, leader, workshop, go_to, run_line):
    """Seen to fail with “done” for every step that the group has left."""
    go_to(TURNING)
    propose(hv)

    leader.post(f"/w/{workshop.code}/next")

    assert "not revealed" in run_line("Turning points")
    assert "done" not in run_line("Turning points")

    go_to(TURNING)
    leader.post(f"/w/{workshop.code}/reveal")
    leader.post(f"/w/{workshop.code}/next")

    assert "done" in run_line("Turning points")


def test_a_step_at_which_nobody_answered_is_simply_done(hv, leader, workshop, go_to, run_line):
    go_to(TURNING)

    leader.post(f"/w/{workshop.code}/next")

    assert "done" in run_line("Turning points")


@pytest.mark.parametrize("somebody", [True, False])
def test_where_words_carry_no_position_it_asks_the_same_whether_or_not_there_are_any(
    somebody, hv, sw, leader, workshop, go_to, asked_on_next, run_line
):
    """What is asked must not tell more than the band. Seen to fail when it asks only if somebody has answered."""
    go_to(VIEW)
    leader.post(f"/w/{workshop.code}/labelling", data={"labelled": "unlabelled"})
    if somebody:
        assert hv.say(VIEW, "going-on", "An ordinary visit.", labelled="unlabelled").status_code == 200

    asked = asked_on_next()
    leader.post(f"/w/{workshop.code}/next")

    assert asked == "Nothing has been revealed here. Go on without revealing? Nothing is lost, and you can go back."
    assert "not revealed" in run_line("view at the time")


def test_a_closed_workshop_still_says_where_nothing_was_revealed(hv, leader, workshop, go_to, run_line):
    go_to(TURNING)
    propose(hv)
    leader.post(f"/w/{workshop.code}/next")

    close_workshop(workshop, by="facilitator")

    assert "not revealed" in run_line("Turning points")
