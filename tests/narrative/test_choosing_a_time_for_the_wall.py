"""The wall shows all of the case, or the days that the facilitator chose."""

import pytest

from facilitator.db import db
from facilitator.episodes.models import Episode
from facilitator.narrative.actions import add_entry

HTMX = {"HX-Request": "true"}


@pytest.fixture
def at_narrative(go_to, review):
    """Entries 1 to 3 lie on 11, 12 and 13 March; the fourth may lie anywhere in April."""
    go_to("02-narrative")
    add_entry(review, review.agencies[0], "2019-04", "record", "A letter went out.")
    db.session.add(Episode(review=review, title="The call", when="2019-03-12/2019-03-13", number=1))
    db.session.add(Episode(review=review, title="Undated", when="soon after", number=2))
    db.session.commit()


@pytest.fixture
def choose(leader, workshop):
    def post(act="", **form):
        return leader.post(f"/w/{workshop.code}/narrative/stretch{act}", data=form, headers=HTMX)

    return post


@pytest.fixture
def wall_text(leader, workshop):
    return lambda: leader.get(f"/w/{workshop.code}/wall").text


def test_a_stretch_is_shown_alone_and_says_so(at_narrative, choose, wall_text):
    assert choose(first="12 March 2019", last="April 2019").status_code == 204

    text = wall_text()
    assert "Home visit." not in text
    assert "A call came in." in text
    assert "A letter went out." in text
    assert "Only 12 Mar" in text


def test_an_episode_is_shown_alone_and_the_whole_case_again(at_narrative, choose, wall_text):
    choose("/episode", number="1")
    alone = wall_text()
    choose("/whole")

    assert "A call came in." in alone
    assert "A letter went out." not in alone
    assert "A letter went out." in wall_text()


def test_a_wall_that_comes_back_shows_the_same_stretch(at_narrative, choose, leader, workshop):
    choose("/episode", number="1")

    again = leader.get(f"/w/{workshop.code}/wall/now").text

    assert workshop.wall_stretch == "2019-03-12/2019-03-13"
    assert "Home visit." not in again


def test_every_screen_hears_of_it_once(at_narrative, choose, wall):
    choose("/episode", number="1")
    choose("/episode", number="1")

    assert wall.heard() == ["stage-changed"]


def test_it_begins_on_its_first_screen_and_ends_with_the_step(at_narrative, choose, leader, workshop):
    workshop.wall_page = 3
    db.session.commit()

    choose(first="2019-03")
    assert (workshop.wall_stretch, workshop.wall_page) == ("2019-03", 0)
    leader.post(f"/w/{workshop.code}/next", headers=HTMX)
    assert workshop.wall_stretch is None


@pytest.mark.parametrize(
    ("act", "form", "sentence"),
    [
        ("", {"first": ""}, "Say from when to when"),
        ("", {"first": "soon"}, "is not a date"),
        ("", {"first": "2019-04", "last": "2019-03"}, "ends before it begins"),
        ("", {"first": "1999"}, "Nothing of the narrative lies in this stretch"),
        ("/episode", {"number": "2"}, "has no date"),
    ],
)
def test_what_cannot_be_shown_is_refused_and_the_wall_stays(at_narrative, choose, workshop, act, form, sentence):
    answer = choose(act, **form)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert workshop.wall_stretch is None


def test_an_episode_that_is_not_there_is_not_found(at_narrative, choose):
    assert choose("/episode", number="9").status_code == 404


def test_an_outsider_chooses_nothing(at_narrative, outsider, workshop):
    assert outsider.post(f"/w/{workshop.code}/narrative/stretch", data={"first": "2019"}).status_code in (403, 404)
    assert workshop.wall_stretch is None


def test_the_console_offers_each_dated_episode_by_its_number_and_the_way_back(at_narrative, choose, leader, workshop):
    console = leader.get(f"/w/{workshop.code}/console").text
    assert 'data-key="1"' in console
    assert 'data-key="2"' not in console
    assert "The wall shows the whole case" in console

    choose("/episode", number="1")

    console = leader.get(f"/w/{workshop.code}/console").text
    assert "The wall shows 12 to 13 March 2019" in console
    assert 'data-key="w"' in console
