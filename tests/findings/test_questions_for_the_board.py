import pytest

from facilitator.db import db, new_key
from facilitator.perspectives.models import Statement

STAGE, WORDS = "11-board-questions", "Could the form keep what has been <typed>?"


@pytest.fixture
def asked(finding, go_to):
    go_to(STAGE)


def suggest(phone, text=WORDS, **form):
    return phone.post("/board-questions", stage=STAGE, text=text, **{"kind": "clear-fix", **form})


def test_a_suggestion_is_a_statement_and_a_question(asked, hv, questions, wall, finding):
    wall.heard()

    answer = suggest(hv, finding="1")

    [question] = questions()
    [said] = db.session.scalars(db.select(Statement).filter_by(question="suggest")).all()
    assert answer.status_code == 200
    assert (question.text, question.statement_id, question.finding_id) == (WORDS, said.id, finding.id)
    assert (question.number, question.position.role) == (1, "Health visitor")
    assert wall.heard() == ["questions-changed"]


def test_every_screen_shows_it_escaped(asked, hv, leader, workshop, review):
    suggest(hv, finding="1")

    room, desk = f"/w/{workshop.code}", f"/reviews/{review.id}"
    places = (f"{room}/wall", f"{room}/console", f"{desk}/questions", f"{desk}/findings/1")
    for page in (hv.get(), *(leader.get(place) for place in places)):
        assert "&lt;typed&gt;" in page.text and "clear fix" in page.text


def test_the_same_key_writes_nothing_again_and_other_words_under_it_are_refused(asked, hv, questions):
    key = new_key()

    answers = [suggest(hv, key=key), suggest(hv, key=key), suggest(hv, text="Another?", key=key)]

    assert [answer.status_code for answer in answers] == [200, 200, 409]
    assert len(questions()) == 1


def test_blank_words_no_kind_and_no_such_finding_are_refused(asked, hv, questions):
    answers = [suggest(hv, text=" "), suggest(hv, kind="order"), suggest(hv, finding="9")]

    assert [answer.status_code for answer in answers] == [422, 422, 404]
    assert questions() == []


def test_an_outsider_is_shut_out(asked, outsider, workshop, questions):
    for path in ("board-questions", "board-questions/own"):
        outsider.post(f"/w/{workshop.code}/{path}", data={"stage": STAGE, "text": WORDS, "kind": "clear-fix"})

    assert questions() == []


def test_withdrawn_it_leaves_every_screen(asked, hv, leader, workshop, questions):
    suggest(hv)

    said = questions()[0].statement
    hv.post(f"/statements/{said.number}/withdrawal")

    assert (questions()[0].text, questions()[0].typed) == ("", "")
    assert "Could the form keep" not in leader.get(f"/w/{workshop.code}/wall").text


def test_a_facilitator_adds_one_once_in_the_room_and_at_the_desk(asked, leader, workshop, desk, questions):
    own = {"text": "How full must a contact be?", "kind": "hard-choice", "finding": "1"}

    for _ in range(2):
        leader.post(f"/w/{workshop.code}/board-questions/own", data=own)
        desk("/questions", text="What would help people notice?", kind="needs-development")

    assert [(one.text, one.kind, one.finding.number) for one in questions()] == [
        ("How full must a contact be?", "hard-choice", 1),
        ("What would help people notice?", "needs-development", 1),
    ]


def test_its_kind_and_finding_can_be_settled_and_its_words_stay(asked, hv, leader, review, questions, wall):
    suggest(hv)
    wall.heard()

    for _ in range(2):
        leader.post(f"/reviews/{review.id}/questions/1", data={"kind": "hard-choice", "finding": "1"})

    [question] = questions()
    assert (question.kind, question.finding.number, question.text) == ("hard-choice", 1, WORDS)
    assert wall.heard() == ["questions-changed"]


def test_an_answer_that_is_only_an_order_is_pointed_out(asked, hv, leader, review):
    suggest(hv, text="Could staff be reminded of the policy?")

    page = leader.get(f"/reviews/{review.id}/questions").text

    assert "What made it hard to do what they knew?" in page


def test_questions_are_part_of_the_sixth_answer(asked, desk):
    desk("/questions", text="What would help people notice?", kind="needs-development")

    page = desk().text
    assert "What would help people notice?" in page
    assert page.count("Not yet established.") == 2
