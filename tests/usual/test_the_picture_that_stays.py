"""A picture the room has seen never moves by fewer than five people, so none of them can be read off. (trust.md, 4)"""

import pytest

from facilitator.db import db
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.choosing import choose_episode
from facilitator.reports.word import write_report
from facilitator.usual.models import Usual
from tests.reports.conftest import Docx

STAGE = "08-usual"
LATER = "What fewer than five people answered or changed later is not counted in it"


@pytest.fixture
def episode(workshop, go_to):
    episode = propose_episode(workshop, "The first call")
    choose_episode(workshop, episode)
    db.session.commit()
    go_to(STAGE)
    return episode


@pytest.fixture
def answering(episode, join_as):
    """answering(5, "often") → so many more health visitors come and answer; their phones."""

    def come(people, answer, role="Health visitor"):
        phones = [join_as(role) for _ in range(people)]
        for phone in phones:
            say(phone, episode, answer)
        return phones

    return come


def say(phone, episode, answer):
    return phone.post("/usual", stage=STAGE, episode=episode.id, answer=answer)


@pytest.fixture
def reveal(leader, workshop):
    return lambda: leader.post(f"/w/{workshop.code}/reveal")


@pytest.fixture
def wall(leader, workshop):
    return lambda: leader.get(f"/w/{workshop.code}/wall").text


def test_one_more_person_does_not_move_it(answering, reveal, wall, hv):
    answering(5, "often")
    reveal()
    before = picture_on(wall())

    answering(1, "rarely")

    assert picture_on(wall()) == before
    assert "All who answered: 5" in wall()
    assert "All who answered" not in hv.get().text and "How many of 5" in hv.get().text


def test_nor_does_a_change_of_mind(answering, episode, reveal, wall):
    phones = answering(6, "often")
    reveal()
    before = picture_on(wall())

    say(phones[0], episode, "rarely")

    assert picture_on(wall()) == before


def test_five_together_join_it(answering, reveal, wall):
    answering(5, "often")
    reveal()

    answering(4, "rarely")
    assert "All who answered: 5" in wall()
    answering(1, "rarely")

    assert "All who answered: 10" in wall()


def test_the_first_five_make_it_even_after_the_reveal(answering, reveal, wall):
    answering(4, "often")
    reveal()
    assert "Answers of fewer than five people are not broken down" in wall()

    answering(1, "rarely")

    assert "All who answered: 5" in wall()


def test_hiding_and_revealing_again_does_not_let_one_join(answering, reveal, wall, leader, workshop):
    answering(5, "often")
    reveal()
    before = picture_on(wall())

    leader.delete(f"/w/{workshop.code}/reveal")
    answering(1, "rarely")
    reveal()

    assert picture_on(wall()) == before


def test_once_later_answers_have_joined_no_agency_stands_apart(answering, reveal, leader, workshop):
    answering(5, "often")
    answering(5, "rarely", role="Social worker")
    reveal()
    console = f"/w/{workshop.code}/console"
    assert "By agency" in leader.get(console).text

    answering(5, "always", role="Social worker")

    assert "By agency" not in leader.get(console).text


def test_the_console_says_that_some_wait(answering, reveal, leader, workshop):
    answering(5, "often")
    reveal()
    console = f"/w/{workshop.code}/console"
    assert "They join the picture once they are five." not in leader.get(console).text

    answering(1, "rarely")

    assert "They join the picture once they are five." in leader.get(console).text


def test_the_report_counts_what_the_room_saw_and_says_so(answering, reveal, review, episode):
    answering(5, "often")
    reveal()
    answering(2, "rarely")

    report = Docx(write_report(review))

    assert f"7 people answered. The table is as the room saw it. {LATER}" in report.text
    assert ["0", "5", "0", "0", "0"] in report.rows


def test_nothing_is_lost_the_answers_are_all_kept(answering, reveal):
    answering(5, "often")
    reveal()
    answering(1, "rarely")

    assert db.session.scalars(db.select(Usual.answer).order_by(Usual.id)).all() == ["often"] * 5 + ["rarely"]


def picture_on(page):
    """The spread as a page draws it."""
    return page[page.index('<table class="spread">') : page.index("</table>")]
