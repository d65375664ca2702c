"""What fewer than five people ranked is what each of them ranked: no screen and no page tells it. (trust.md, 4)"""

import pytest

from facilitator.db import db
from facilitator.patterns.actions import name_pattern, take
from facilitator.reports.word import write_report
from tests.reports.conftest import Docx

STAGE = "10-findings"


@pytest.fixture
def ranked_by(pattern, review, workshop, leader, go_to, join_as):
    """ranked_by(4) → two findings, so many people put the second one first, and the answers are revealed."""

    def rank(people):
        take(name_pattern(review, "What is said is not written", "unsafe", ["tools"], [2]))
        db.session.commit()
        leader.post(f"/reviews/{review.id}/findings")
        go_to(STAGE)
        for phone in [join_as("Health visitor") for _ in range(people)]:
            for number, place in (("1", "2"), ("2", "1")):
                phone.post(f"/findings/{number}/test", stage=STAGE, answer="agree", rank=place)
        leader.post(f"/w/{workshop.code}/reveal")
        screens = [leader.get(f"/w/{workshop.code}/{page}").text for page in ("wall", "console", "findings/order")]
        desk = leader.get(f"/reviews/{review.id}/findings/2").text
        return "".join(screens), desk, Docx(write_report(review)).text

    return rank


def test_of_four_nothing_is_told(ranked_by):
    screens, desk, report = ranked_by(4)

    assert "in order of need" not in screens
    assert "Fewer than five people have ranked them alone, so what they put is not shown." in screens
    assert "Mean place by need" not in desk
    assert "put it first by need" not in report
    assert "4 people ranked the findings, each alone. Answers of fewer than five" in report


def test_of_five_it_is_told(ranked_by):
    screens, desk, report = ranked_by(5)

    assert "Place 2 of 2 in order of need" in screens
    assert "Mean place by need: 1.0 of 2." in desk
    assert "5 people of 5 put it first by need." in report
    assert "5 people ranked them, each alone. Together that gives: Finding 2, Finding 1." in report
