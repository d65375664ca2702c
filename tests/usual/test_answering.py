import pytest

from facilitator.db import db
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.choosing import choose_episode
from facilitator.perspectives.models import Statement
from facilitator.usual.models import Usual

STAGE = "08-usual"


@pytest.fixture
def episode(workshop, go_to):
    chosen = propose_episode(workshop, "The first call")
    choose_episode(workshop, chosen)
    db.session.commit()
    go_to(STAGE)
    return chosen


def answer(phone, episode, choice="often", **form):
    return phone.post("/usual", stage=STAGE, episode=episode.id, answer=choice, **form)


def rows():
    return db.session.scalars(db.select(Usual)).all()


def test_an_answer_is_kept_with_words_beside_it(episode, hv, wall):
    wall.heard()

    answer(hv, episode, example="We have this call most weeks.")

    [row] = rows()
    assert (row.answer, row.example.text) == ("often", "We have this call most weeks.")
    assert "spread-changed" in wall.heard()


def test_an_answer_can_be_changed_until_the_stage_closes(episode, hv):
    answer(hv, episode)
    answer(hv, episode, "rarely")

    assert [row.answer for row in rows()] == ["rarely"]


def test_it_is_blind_until_the_reveal_and_then_only_a_spread(episode, hv, sw, leader, workshop):
    answer(hv, episode, example="Words beside it.")
    assert "Often" not in leader.get(f"/w/{workshop.code}/wall").text

    leader.post(f"/w/{workshop.code}/reveal")

    wall = leader.get(f"/w/{workshop.code}/wall").text
    assert "Often" in wall
    assert "Health visit" not in wall and "Words beside it." not in wall


@pytest.mark.parametrize("choice", ["", "terrible"])
def test_something_that_is_no_answer_is_refused_and_nothing_is_half_written(episode, hv, choice):
    refused = answer(hv, episode, choice, example="Words beside it.")

    assert refused.status_code == 422
    assert rows() == [] and db.session.scalar(db.select(Statement)) is None


def test_a_late_choice_is_refused_and_late_words_are_held(episode, hv, go_to):
    go_to("09-patterns")

    assert answer(hv, episode).status_code == 422
    assert answer(hv, episode, example="Late words.").status_code == 200

    assert rows() == []
    assert db.session.scalar(db.select(Statement)).is_held


def test_an_outsider_is_shut_out(episode, outsider, workshop):
    assert outsider.post(f"/w/{workshop.code}/usual", data={"stage": STAGE, "answer": "often"}).status_code == 403
