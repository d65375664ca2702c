"""Dissent stays beside the finding, at the desk and in the report, in the words it was given."""

import pytest

from facilitator.findings import testing
from facilitator.reports.word import write_report
from tests.reports.conftest import Docx

STAGE = "10-findings"


@pytest.fixture
def answered(finding, go_to, hv, sw):
    go_to(STAGE)
    hv.post("/findings/1/test", stage=STAGE, answer="agree", comment="So it was.")
    sw.post("/findings/1/test", stage=STAGE, answer="disagree", comment="It was never a debate.")


@pytest.fixture
def revealed(answered, leader, workshop):
    leader.post(f"/w/{workshop.code}/reveal")


def test_the_phone_says_before_anybody_writes(finding, go_to, hv):
    go_to(STAGE)

    assert "your comment is printed beside the finding" in hv.get().text


def test_before_the_reveal_nobody_reads_it(answered, desk, review):
    assert "Who saw it otherwise" not in desk().text
    assert "It was never a debate." not in Docx(write_report(review)).text


def test_the_desk_puts_it_beside_the_finding(revealed, desk, finding):
    page = desk().text.split("How the group tested it")[1]

    assert page.index("Who saw it otherwise") < page.index("It was never a debate.") < page.index("Other comments")
    assert [(answer, one.text) for answer, one in testing.minority_views(testing.tests_shown(finding))] == [
        ("disagree", "It was never a debate.")
    ]


def test_the_report_prints_it_under_its_own_heading_with_its_position(revealed, review):
    lines = Docx(write_report(review)).paragraphs()

    heading = lines.index("Who saw it otherwise")
    assert lines[heading + 1] == "The giver of these words disagrees:"
    assert lines[heading + 2] == "“It was never a debate.”"
    assert lines[heading + 3].startswith("Social worker, Referral hub")
    assert "“So it was.”" in lines[heading + 4 :]


def test_words_taken_back_are_gone_from_it(revealed, sw, review, desk):
    [number] = [one.number for one in review.all_statements if one.text == "It was never a debate."]

    sw.post(f"/statements/{number}/withdrawal")

    assert "It was never a debate." not in desk().text
    assert "Who saw it otherwise" not in Docx(write_report(review)).text
