"""What surprised us, and which questions are open: asked alone after the appraisal, revealed with it. (method.md, 7)"""

import pytest

from facilitator.db import db
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.choosing import choose_episode
from facilitator.perspectives.models import Abstention, Statement
from facilitator.reports.word import write_report
from facilitator.workshops.kinds import KINDS
from facilitator.workshops.room import Room
from tests.reports.conftest import Docx

STAGE = "07-appraisal"
SURPRISED, OPEN = "What surprised you here?", "Which question is still open?"
WORDS = "I did not know the clinic had closed the case."


@pytest.fixture
def episode(workshop, go_to):
    chosen = propose_episode(workshop, "The first call")
    choose_episode(workshop, chosen)
    db.session.commit()
    go_to(STAGE)
    return chosen


@pytest.fixture
def say(episode):
    return lambda phone, question, text, **form: phone.say(STAGE, question, text, episode=episode.id, **form)


@pytest.fixture
def screen(leader, workshop):
    return lambda name="wall": leader.get(f"/w/{workshop.code}/{name}").text


@pytest.fixture
def reveal(leader, workshop):
    return lambda: leader.post(f"/w/{workshop.code}/reveal")


def appraise(phone, episode):
    return phone.post("/appraisals", stage=STAGE, episode=episode.id, answer="mixed").text


def silent(phone, episode, answer, question=""):
    return phone.post("/silences", stage=STAGE, episode=episode.id, answer=answer, question=question)


def test_after_the_appraisal_each_is_asked_what_surprised_them_and_then_what_is_open(say, hv, episode):
    assert SURPRISED not in hv.get().text

    page = appraise(hv, episode)
    assert SURPRISED in page and "Question 2 of 3" in page

    assert "Question 3 of 3" in say(hv, "surprised", WORDS).text
    assert "How good was the practice" in say(hv, "open-questions", "Who told the school?").text


def test_who_was_not_involved_is_asked_too_and_stays_not_involved(say, hv, episode):
    assert SURPRISED in silent(hv, episode, "not-involved").text

    say(hv, "surprised", WORDS)

    assert [one.answer for one in db.session.scalars(db.select(Abstention))] == ["not-involved"]
    assert [one.question for one in db.session.scalars(db.select(Statement))] == ["surprised"]


def test_nothing_comes_to_mind_is_an_answer(hv, episode):
    appraise(hv, episode)

    page = silent(hv, episode, "dont-know", "surprised")

    assert page.status_code == 200 and "Question 3 of 3" in page.text


@pytest.fixture
def turn(workshop):
    """turn(1) → the wall shows its second screen; past the last one it shows the last."""

    def to(page):
        workshop.wall_page = page
        db.session.commit()

    return to


def test_nobody_reads_them_before_the_reveal_and_then_all_do_by_position(say, hv, sw, screen, reveal, turn, workshop):
    say(hv, "surprised", WORDS)
    turn(99)
    assert KINDS["appraisal"].wall(Room.of(workshop))["pages"] == 1
    assert all(WORDS not in page for page in (screen(), screen("console"), sw.get().text))

    reveal()
    turn(1)

    wall = screen()
    assert WORDS in wall and f"<h1>{SURPRISED}</h1>" in wall and "Health visitor" in wall
    assert WORDS in screen("console/stage") and WORDS in sw.get().text


def test_the_first_screen_stays_the_spread_alone(say, hv, screen, reveal, episode):
    appraise(hv, episode)
    say(hv, "surprised", WORDS)
    reveal()

    wall = screen()

    assert "1 of 2 screens" in wall and WORDS not in wall


def test_desk_and_report_have_them_with_their_numbers_beside_what_an_editor_writes(say, hv, reveal, leader, review):
    say(hv, "surprised", WORDS)
    say(hv, "open-questions", "Who told the school?")
    desk, report = f"/reviews/{review.id}/episodes/1", lambda: Docx(write_report(review)).text
    assert WORDS not in leader.get(desk).text
    assert WORDS not in report()

    reveal()
    leader.post(desk, data={"surprised": "So did the editor."})

    page = leader.get(desk).text
    assert WORDS in page and "S-001" in page and "Who told the school?" in page and "So did the editor." in page
    printed = report()
    told = printed[printed.index("What surprised us") : printed.index("How sure we are")]
    assert WORDS in told and "S-001" in told and "So did the editor." in told
    assert "Who told the school?" in told and "S-002" in told


def test_words_taken_back_are_on_no_page(say, hv, reveal, leader, review):
    say(hv, "surprised", WORDS)
    reveal()

    hv.post("/statements/1/withdrawal")

    assert WORDS not in leader.get(f"/reviews/{review.id}/episodes/1").text
    assert WORDS not in Docx(write_report(review)).text


@pytest.mark.parametrize("question", ["appraisal", "standard", "going-on"])
def test_only_these_questions_take_words_alone(say, hv, question):
    assert say(hv, question, WORDS).status_code == 422
    assert db.session.scalar(db.select(Statement)) is None


def test_no_other_question_is_passed_by_itself(hv, episode):
    assert silent(hv, episode, "dont-know", "standard").status_code == 422


def test_twice_is_once(say, hv):
    say(hv, "surprised", WORDS, key="a" * 32)
    say(hv, "surprised", WORDS, key="a" * 32)

    assert len(db.session.scalars(db.select(Statement)).all()) == 1


def test_an_outsider_is_shut_out(outsider, workshop, episode):
    given = {"stage": STAGE, "question": "surprised", "text": WORDS, "episode": episode.id, "key": "a" * 32}

    assert outsider.post(f"/w/{workshop.code}/statements", data=given).status_code in (302, 303, 403)
    assert db.session.scalar(db.select(Statement)) is None
