import pytest

from facilitator.findings.thin import ONLY_ORDERS
from facilitator.hints.orders import is_only_orders

MERELY = "This question asks for nothing but to remind, to train or to write something down."


@pytest.mark.parametrize(
    "text",
    [
        "Remind all staff of the form.",
        "Staff must be reminded. All staff should be trained again.",
        "Will the board write a procedure?",
        "Could there be refresher training for callers?",
    ],
)
def test_an_answer_that_only_orders_is_known(app, text):
    assert is_only_orders([text])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Which of two calls does the hub put first when both come at five?",
        "Remind staff. Then decide who answers when the form and the caller disagree.",
    ],
)
def test_an_answer_that_asks_for_more_is_left_alone(app, text):
    assert not is_only_orders([text])


def test_the_desk_warns_under_the_finding_and_at_the_questions(desk, leader, review):
    desk("/questions", text="Will all staff be reminded to ring back?", kind="clear-fix")

    assert ONLY_ORDERS in desk().text
    assert MERELY in leader.get(f"/reviews/{review.id}/questions").text


def test_one_question_that_weighs_something_takes_the_warning_from_the_finding(desk):
    desk("/questions", text="Will all staff be reminded to ring back?", kind="clear-fix")
    desk("/questions", text="What gives way when the hub has one hour and four calls?", kind="hard-choice")

    page = desk().text
    assert ONLY_ORDERS not in page
    assert page.count(MERELY) == 1
