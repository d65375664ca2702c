from facilitator.db import db, now
from facilitator.workshops.models import Reveal
from facilitator.workshops.room import Room


def press(client, workshop, act, at=None):
    return client.post(f"/w/{workshop.code}/{act}", data={"at": at or Room.of(workshop).at})


def test_next_can_be_undone_and_the_clock_comes_back(leader, workshop):
    press(leader, workshop, "next")
    leader.post(f"/w/{workshop.code}/clock", data={"minutes": "12"})
    ends_at = workshop.clock_ends_at
    press(leader, workshop, "next")
    assert (workshop.stage, workshop.clock_ends_at) == ("03-turning-points", None)

    press(leader, workshop, "move-undone")

    assert (workshop.stage, workshop.clock_ends_at) == ("02-narrative", ends_at)
    assert ends_at > now()


def test_with_nothing_done_there_is_nothing_to_undo(leader, workshop):
    answer = press(leader, workshop, "move-undone")

    assert answer.status_code == 422
    assert "nothing to undo" in answer.text


def test_two_who_press_next_at_the_same_moment_move_one_step(app, leader, workshop):
    seen = Room.of(workshop).at

    answers = [press(leader, workshop, "next", at=seen) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 422]
    assert "was just moved" in answers[1].text
    assert workshop.stage == "02-narrative"


def test_the_page_says_which_step_its_next_was_pressed_at(leader, workshop):
    page = leader.get(f"/w/{workshop.code}/console").text

    assert page.count(f'name="at" value="{Room.of(workshop).at}"') >= 1


def test_a_reveal_pressed_for_another_step_reveals_nothing(leader, workshop, go_to):
    seen = Room.of(workshop).at
    go_to("05-view-at-the-time")

    answer = press(leader, workshop, "reveal", at=seen)

    assert answer.status_code == 422
    assert db.session.scalar(db.select(Reveal)) is None


def test_a_phone_undoes_nothing(hv, leader, workshop):
    press(leader, workshop, "next")

    assert hv.post("/move-undone").status_code == 403
    assert workshop.stage == "02-narrative"
