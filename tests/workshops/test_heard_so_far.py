"""Who has not been heard, over the whole workshop: counts by agency and position, for facilitators only."""

import re

import pytest

from facilitator.db import db
from facilitator.episodes.models import Episode
from facilitator.workshops.heard_so_far import HeardSoFar

VIEW, SECRET = "05-view-at-the-time", "I thought of the night before."


@pytest.fixture
def episode(review):
    episode = Episode(review=review, number=1, title="The first call", when="2019-03-11")
    db.session.add(episode)
    db.session.commit()
    return episode


@pytest.fixture
def page(leader, workshop):
    def read():
        return " ".join(re.sub(r"<[^>]+>", " ", leader.get(f"/w/{workshop.code}/heard").text).split())

    return read


def test_it_tells_who_has_given_something_at_an_earlier_step_without_a_word(episode, go_to, hv, sw, page):
    go_to(VIEW, 0)
    hv.say(VIEW, "going-on", SECRET, episode=episode.id)
    go_to("10-findings")

    read = page()

    assert re.search(r"Health visitor 1 of 1 –", read)
    assert re.search(r"Social worker 0 of 1 1", read)
    assert SECRET not in read


def test_it_tells_about_which_episode_each_agency_was_heard(episode, go_to, hv, sw, workshop):
    go_to(VIEW, 0)
    hv.say(VIEW, "going-on", SECRET, episode=episode.id)

    assert HeardSoFar(workshop).by_episode == [(episode, [1, 0])]


def test_a_step_whose_words_carry_no_position_tells_on_nobody(episode, go_to, hv, sw, leader, workshop, page):
    go_to(VIEW, 0)
    leader.post(f"/w/{workshop.code}/labelling", data={"stage": VIEW, "labelled": "unlabelled"})
    hv.say(VIEW, "going-on", SECRET, episode=episode.id, labelled="unlabelled")

    read = page()

    assert re.search(r"Health visitor 0 of 1 1", read)
    assert "1 step is not counted" in read


def test_phones_and_outsiders_do_not_see_it(workshop, hv, outsider):
    assert hv.get("/heard").status_code == 403
    assert outsider.get(f"/w/{workshop.code}/heard").status_code in (302, 303, 403)
