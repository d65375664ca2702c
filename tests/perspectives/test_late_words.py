"""Words that come after their step: held, never dropped, never put under another episode."""

import pytest

from facilitator.db import db
from facilitator.episodes.models import Episode
from facilitator.perspectives.models import Statement

STAGE = "05-view-at-the-time"


@pytest.fixture
def episodes(review):
    """Two chosen episodes."""
    made = [Episode(review=review, title=title, number=number) for number, title in ((1, "First call"), (2, "Second"))]
    db.session.add_all(made)
    db.session.commit()
    return made


def take_off(episode):
    """The group no longer takes this episode as one of its own."""
    episode.number = None
    db.session.commit()


def newest():
    return db.session.scalar(db.select(Statement).order_by(Statement.id.desc()))


def test_words_about_an_episode_that_was_taken_off_wait_under_their_own(hv, go_to, episodes):
    go_to(STAGE, 1)
    take_off(episodes[1])

    answer = hv.say(STAGE, "going-on", "We only had half the story.", episode=episodes[1].id)

    assert answer.status_code == 200
    assert newest().is_held
    assert newest().episode_id == episodes[1].id


def test_words_given_before_any_episode_was_chosen_do_not_land_on_the_first(hv, go_to, episodes):
    go_to(STAGE)

    hv.say(STAGE, "going-on", "Written when none was chosen.")

    assert newest().is_held
    assert newest().episode_id is None


def test_they_stand_on_the_facilitators_list_of_late_words(hv, leader, go_to, episodes, workshop):
    go_to(STAGE, 1)
    take_off(episodes[1])
    hv.say(STAGE, "going-on", "We only had half the story.", episode=episodes[1].id)

    page = leader.get(f"/w/{workshop.code}/held").text

    assert "S-001" in page and "half the story" not in page


def test_an_episode_of_another_review_is_nobodys_here(hv, go_to, episodes):
    go_to(STAGE)

    hv.say(STAGE, "going-on", "Words.", episode=9999)

    assert newest().is_held and newest().episode_id is None


def test_words_that_a_held_correction_does_not_replace_yet_can_be_withdrawn(hv, go_to, workshop):
    go_to("03-turning-points")
    go_to(STAGE)
    hv.say(STAGE, "going-on", "As I first said it.")
    go_to("06-factors")
    hv.post("/statements/1/correction", text="As it should read.")

    page = hv.get("/mine").text

    assert "/statements/1/withdrawal" in page
    assert "waits for the facilitator" in page
    hv.post("/statements/1/withdrawal")
    assert "As I first said it." not in hv.get("/mine").text


def test_words_that_were_set_aside_can_be_taken_back_from_the_list(hv, leader, go_to, workshop):
    go_to(STAGE)
    hv.say(STAGE, "going-on", "An ordinary visit.")
    leader.post(f"/w/{workshop.code}/reveal")
    leader.post(f"/w/{workshop.code}/statements/1/setting-aside", data={"reason": "Said about another child."})
    page = leader.get(f"/w/{workshop.code}/held").text
    assert "Said about another child." in page and "/statements/1/taking-back" in page

    leader.post(f"/w/{workshop.code}/statements/1/taking-back")

    assert newest().is_current
