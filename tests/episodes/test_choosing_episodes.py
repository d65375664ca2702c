import pytest

from facilitator.db import db
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.models import Episode

VIEW = "05-view-at-the-time"


@pytest.fixture
def two(workshop, go_to):
    go_to("04-episodes")
    made = [propose_episode(workshop, title) for title in ("The home visit", "The first call")]
    db.session.commit()
    return made


def choose(leader, workshop, episode, **form):
    return leader.post(f"/w/{workshop.code}/episodes/{episode.id}/choice", data=form)


def test_support_counts_once_and_is_shown_at_the_reveal_as_a_word(two, hv, sw, leader, workshop):
    for _ in range(2):
        hv.post(f"/episodes/{two[0].id}/support")
    assert "wanted by" not in leader.get(f"/w/{workshop.code}/wall").text

    leader.post(f"/w/{workshop.code}/reveal")

    assert len(two[0].supports) == 1
    assert "wanted by some" in leader.get(f"/w/{workshop.code}/wall").text


def test_support_can_be_taken_back(two, hv):
    hv.post(f"/episodes/{two[0].id}/support")
    hv.post(f"/episodes/{two[0].id}/support/withdrawn")

    assert two[0].supports == []


def test_the_chosen_become_numbered_steps_of_the_day(two, leader, workshop):
    choose(leader, workshop, two[1])
    choose(leader, workshop, two[0], good_practice="yes")

    console = leader.get(f"/w/{workshop.code}/console").text
    assert [(one.number, one.good_practice) for one in two] == [(2, True), (1, False)]
    assert "KPE 1" in console and "KPE 2" in console


def test_the_console_says_what_the_set_lacks(two, leader, workshop):
    choose(leader, workshop, two[0])

    console = leader.get(f"/w/{workshop.code}/console").text
    assert "Four to eight make a good day" in console and "None is marked as good practice" in console

    leader.post(f"/w/{workshop.code}/episodes/no-good-practice", data={"reason": "Nobody saw any."})

    assert "None is marked" not in leader.get(f"/w/{workshop.code}/console").text


def test_a_choice_can_be_undone_until_somebody_has_answered(two, leader, hv, workshop, go_to):
    choose(leader, workshop, two[0])
    leader.post(f"/w/{workshop.code}/episodes/{two[0].id}/choice/undone")
    assert two[0].number is None

    choose(leader, workshop, two[0])
    go_to(VIEW)
    hv.say(VIEW, "going-on", "An ordinary visit.", episode=two[0].id)
    answer = leader.post(f"/w/{workshop.code}/episodes/{two[0].id}/choice/undone")

    assert answer.status_code == 422
    assert two[0].number == 1


def test_a_phone_cannot_choose(two, hv):
    assert hv.post(f"/episodes/{two[0].id}/choice").status_code == 403


def test_an_episode_of_another_review_is_not_found(two, leader, workshop):
    answer = leader.post(f"/w/{workshop.code}/episodes/999/choice")

    assert answer.status_code == 404


def test_the_facilitator_can_add_one(two, leader, workshop):
    leader.post(f"/w/{workshop.code}/episodes", data={"title": "Between the calls", "why": "Three quiet days."})

    added = db.session.scalar(db.select(Episode).filter_by(title="Between the calls"))
    assert added.why == "Three quiet days."
