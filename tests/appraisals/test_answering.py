import pytest

from facilitator.appraisals.models import Appraisal
from facilitator.db import db, new_key
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.choosing import choose_episode
from facilitator.perspectives.models import Statement

STAGE = "07-appraisal"


@pytest.fixture
def episode(workshop, go_to):
    chosen = propose_episode(workshop, "The first call")
    choose_episode(workshop, chosen)
    db.session.commit()
    go_to(STAGE)
    return chosen


def answer(phone, episode, choice="mixed", **form):
    return phone.post("/appraisals", stage=STAGE, episode=episode.id, answer=choice, **form)


def rows():
    return db.session.scalars(db.select(Appraisal)).all()


def test_an_answer_is_kept_with_words_beside_it(episode, hv, wall):
    wall.heard()

    answer(hv, episode, standard="We have this call most weeks.")

    [row] = rows()
    assert (row.answer, row.standard.text) == ("mixed", "We have this call most weeks.")
    assert "spread-changed" in wall.heard()


def test_an_answer_can_be_changed_until_the_stage_closes(episode, hv):
    answer(hv, episode)
    answer(hv, episode, "good")

    assert [row.answer for row in rows()] == ["good"]


def test_it_is_blind_until_the_reveal_and_then_only_a_spread(episode, hv, sw, join_as, leader, workshop):
    for _ in range(4):
        answer(join_as("Social worker"), episode)
    answer(hv, episode, standard="Words beside it.")
    assert "Mixed" not in leader.get(f"/w/{workshop.code}/wall").text

    console = leader.get(f"/w/{workshop.code}/console").text
    assert "What the room thinks" not in sw.get().text and "How the answers spread" not in console
    assert "Words beside it." not in sw.get().text + console

    leader.post(f"/w/{workshop.code}/reveal")

    assert "What the room thinks" in sw.get().text
    wall = leader.get(f"/w/{workshop.code}/wall").text
    assert "Mixed" in wall
    assert "Health visit" not in wall and "Words beside it." not in wall


def test_answers_of_fewer_than_five_are_not_broken_down_on_any_screen(episode, hv, sw, join_as, leader, workshop):
    for phone in (hv, sw, join_as("Social worker"), join_as("Social worker")):
        answer(phone, episode)
    leader.post(f"/w/{workshop.code}/reveal")

    wall, console = (leader.get(f"/w/{workshop.code}/{screen}").text for screen in ("wall", "console/stage"))

    for page in (wall, console, sw.get().text):
        assert "fewer than five people are not broken down" in page
        assert '<table class="spread">' not in page


@pytest.mark.parametrize("choice", ["", "terrible"])
def test_something_that_is_no_answer_is_refused_and_nothing_is_half_written(episode, hv, choice):
    refused = answer(hv, episode, choice, standard="Words beside it.")

    assert refused.status_code == 422
    assert rows() == [] and db.session.scalar(db.select(Statement)) is None


def test_a_late_choice_is_refused_and_late_words_are_held(episode, hv, go_to):
    go_to("09-patterns")

    assert answer(hv, episode).status_code == 422
    assert answer(hv, episode, standard="Late words.").status_code == 200

    assert rows() == []
    assert db.session.scalar(db.select(Statement)).is_held


def test_giving_it_twice_is_once(episode, hv, wall):
    key = new_key()
    answer(hv, episode, standard="Words beside it.", key=key)
    wall.heard()

    assert answer(hv, episode, standard="Words beside it.", key=key).status_code == 200

    assert len(rows()) == 1 and len(db.session.scalars(db.select(Statement)).all()) == 1
    assert wall.heard() == []


def test_an_answer_that_was_kept_may_be_sent_again_after_the_stage_has_closed(episode, hv, go_to):
    answer(hv, episode)
    go_to("09-patterns")

    assert answer(hv, episode).status_code == 200
    assert answer(hv, episode, "good").status_code == 422
    assert [row.answer for row in rows()] == ["mixed"]


def test_other_words_under_the_same_key_are_refused_and_the_first_stay(episode, hv):
    key = new_key()
    answer(hv, episode, standard="Words beside it.", key=key)

    assert answer(hv, episode, "good", standard="Other words.", key=key).status_code == 409
    assert [(row.answer, row.standard.text) for row in rows()] == [("mixed", "Words beside it.")]


def test_words_beside_it_can_be_corrected(episode, hv, leader, workshop):
    answer(hv, episode, standard="Words beside it.")
    hv.post("/statements/1/correction", text="Better words.")

    leader.post(f"/w/{workshop.code}/reveal")

    for page in (hv.get().text, leader.get(f"/w/{workshop.code}/console").text):
        assert "Better words." in page and "Words beside it." not in page


def test_not_being_involved_is_an_answer_until_one_chooses(episode, hv, leader, workshop):
    hv.post("/silences", stage=STAGE, episode=episode.id, answer="not-involved")
    assert "You said “I was not involved in this”" in hv.get().text
    assert "1 of 1" in leader.get(f"/w/{workshop.code}/console").text

    answer(hv, episode)

    assert "You said" not in hv.get().text


def test_words_that_are_too_long_are_refused_and_the_answer_with_them(episode, hv):
    assert answer(hv, episode, standard="x" * 20_000).status_code == 422
    assert rows() == []


def test_an_outsider_is_shut_out(episode, outsider, workshop):
    assert outsider.post(f"/w/{workshop.code}/appraisals", data={"stage": STAGE, "answer": "mixed"}).status_code == 403
