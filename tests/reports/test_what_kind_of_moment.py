"""Nobody is said to have said what kind of moment it was, unless they did."""

import pytest
from sqlalchemy import select

from facilitator.db import db, new_key
from facilitator.episodes.choosing import choose_episode
from facilitator.episodes.models import Episode
from facilitator.reports.word import write_report

STAGE = "03-turning-points"
ANSWER = 'name="kind" value="'


@pytest.fixture
def proposed(hv, leader, workshop, go_to):
    """proposed(kind="omission") → the turning point that a phone proposed and the group has chosen."""

    def propose(**form):
        go_to(STAGE)
        hv.post("/turning-points", stage=STAGE, title="The first call", why="It set the direction.", **form)
        leader.post(f"/w/{workshop.code}/reveal")
        episode = db.session.scalars(select(Episode)).one()
        choose_episode(workshop, episode)
        db.session.commit()
        return episode

    return propose


@pytest.fixture
def kind_in_report(review, read_word):
    def read():
        lines = read_word(write_report(review)).paragraphs()
        return lines[lines.index("Kind") + 1]

    return read


def test_no_answer_is_ticked_before_somebody_ticks_one(hv, leader, workshop, go_to):
    """Seen to fail with “Several things in a row” ticked on both."""
    go_to(STAGE)

    for page in (hv.get().text, leader.get(f"/w/{workshop.code}/episodes/more").text):
        answers = page.split(ANSWER)[1:]
        assert len(answers) == 3
        assert not any("checked" in answer.split(">")[0] for answer in answers)


def test_where_nobody_chose_the_report_says_so(proposed, kind_in_report):
    """Seen to fail as “A sequence”."""
    episode = proposed()

    assert episode.kind == ""
    assert kind_in_report() == "Not said"


def test_what_somebody_chose_is_printed(proposed, kind_in_report):
    proposed(kind="omission")

    assert kind_in_report() == "Something not done"


def test_good_practice_is_said_also_of_a_moment_without_a_kind(proposed, kind_in_report):
    proposed().good_practice = True
    db.session.commit()

    assert kind_in_report() == "Not said; chosen as good practice"


def test_words_without_a_position_need_no_kind_either(hv, leader, workshop, go_to):
    go_to(STAGE)
    leader.post(f"/w/{workshop.code}/labelling", data={"labelled": "unlabelled"})
    given = {"title": "The first call", "why": "It set the direction.", "labelled": "unlabelled", "key": new_key()}
    assert hv.post("/turning-points", stage=STAGE, **given).status_code == 200

    leader.post(f"/w/{workshop.code}/reveal")

    assert db.session.scalars(select(Episode)).one().kind == ""
