import pytest

from facilitator.db import db
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.choosing import choose_episode

VIEW = "05-view-at-the-time"


@pytest.fixture
def three(workshop, go_to):
    go_to("04-episodes")
    made = [propose_episode(workshop, title) for title in ("The visit", "The first call", "The letter")]
    for episode in made:
        choose_episode(workshop, episode)
    db.session.commit()
    return made


@pytest.fixture
def order(leader, workshop):
    return lambda episodes: leader.post(
        f"/w/{workshop.code}/episodes/order", data={"order": [one.id for one in episodes]}
    )


def numbers(episodes):
    return [episode.number for episode in episodes]


def test_the_set_is_numbered_in_the_order_given(three, order, wall):
    visit, call, letter = three
    wall.heard()

    order([call, letter, visit])

    assert numbers(three) == [3, 1, 2]
    assert wall.heard() == ["episodes-changed"]


def test_the_console_offers_to_move_each_but_the_first_up(three, leader, workshop):
    console = leader.get(f"/w/{workshop.code}/console").text

    assert console.count("↑ Earlier") == 2


def test_the_same_order_again_does_nothing(three, order, wall):
    wall.heard()

    order(three)

    assert wall.heard() == []


def test_an_order_that_leaves_one_out_is_refused(three, order):
    assert order(three[:2]).status_code == 422
    assert numbers(three) == [1, 2, 3]


def test_an_episode_people_have_answered_about_keeps_its_number(three, order, hv, go_to):
    visit, call, letter = three
    go_to(VIEW)
    hv.say(VIEW, "going-on", "An ordinary visit.", episode=visit.id)

    assert order([call, visit, letter]).status_code == 422
    assert order([visit, letter, call]).status_code == 302
    assert numbers(three) == [1, 3, 2]


def test_neither_a_phone_nor_an_outsider_may(three, hv, outsider, workshop):
    assert hv.post("/episodes/order", order=three[0].id).status_code == 403
    assert outsider.post(f"/w/{workshop.code}/episodes/order").status_code == 403
