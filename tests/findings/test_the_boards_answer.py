"""What the board answered to a finding is written down at the desk, kept, and printed under the finding."""

import pytest

from facilitator.access.models import LogLine
from facilitator.findings.board_models import BoardAnswer
from facilitator.reports.publication import as_json
from facilitator.reports.stops.places import places_of
from facilitator.reports.word import write_report
from tests.reports.conftest import Docx

SAID = {
    "verdict": "in-part",
    "priority": "high",
    "reason": "We do not run the helpline.",
    "action": "The hub asks what the caller wants, from May.",
    "watched": "Twenty calls a month are listened to.",
    "national": "The form is national.",
}


@pytest.fixture
def answer(desk):
    def send(headers=None, **said):
        return desk("/board", headers=headers, **SAID | said)

    return send


@pytest.fixture
def page(leader, review):
    return lambda: leader.get(f"/reviews/{review.id}/board").text


def test_it_stands_on_the_page_of_answers_and_beside_the_finding(answer, desk, page):
    assert "not answered yet" in page()
    assert "Not answered yet." in desk().text

    assert answer().status_code == 302

    assert "Accepted in part" in page() and "priority high" in page()
    assert all(SAID[name] in page() for name in ("reason", "action", "watched", "national"))
    assert "Accepted in part" in desk().text


def test_the_report_prints_it_under_the_finding(answer, review):
    answer()

    report = Docx(write_report(review)).text

    assert report.index("How the group tested it") < report.index("The board accepts this finding in part.")
    assert "Priority: high." in report
    assert all(SAID[name] in report for name in ("reason", "action", "watched", "national"))


def test_until_the_board_answers_the_report_says_so(finding, review):
    assert "The board has not answered yet." in Docx(write_report(review)).text


def test_what_it_has_not_said_is_said_to_be_missing(answer, review, page):
    answer(action="", watched="", national="")

    report = Docx(write_report(review)).text

    assert "What will be done, and by whom: not yet said." in report
    assert "How the effect will be watched: not yet said." in report
    assert page().count("Not yet said.") == 2


def test_who_declines_need_not_say_what_will_be_done(answer, page):
    answer(verdict="not-accepted", action="", watched="", national="")

    assert "Not yet said." not in page()


def test_data_for_publication_has_it_too(answer, review):
    assert b'"board": null' in as_json(review)

    answer()

    assert SAID["action"].encode() in as_json(review)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"verdict": ""}, "Say whether the board accepts the finding"),
        ({"verdict": "culprit"}, "Say whether the board accepts the finding"),
        ({"priority": "urgent"}, "The priority is high, medium or low"),
        ({"reason": " "}, "Please give the board’s reason."),
        ({"action": "a" * 10_001}, "At most 10,000 characters"),
    ],
)
def test_what_cannot_be_an_answer_is_refused_and_nothing_kept(answer, fresh, wrong, sentence):
    refused = answer(**wrong)

    assert refused.status_code == 422
    assert sentence in refused.text
    assert fresh(BoardAnswer) == []


def test_an_answer_that_simply_accepts_needs_no_reason(answer, fresh):
    answer(verdict="accepted", reason="")

    assert [one.verdict for one in fresh(BoardAnswer)] == ["accepted"]


def test_twice_is_once(answer, fresh):
    answer()
    answer()

    assert len(fresh(BoardAnswer)) == 1


def test_an_earlier_answer_stays_on_record_and_the_newest_is_printed(answer, desk, review, fresh):
    answer(seen=0)
    answer(verdict="accepted", action="The hub asks twice.", seen=1)

    assert [one.verdict for one in fresh(BoardAnswer)] == ["in-part", "accepted"]
    assert "What was written here before (1)" in desk("/board").text
    report = Docx(write_report(review)).text
    assert "The board accepts this finding." in report
    assert SAID["action"] not in report


def test_somebody_elses_answer_is_not_overwritten_unseen(answer, fresh):
    answer(seen=0)

    late = answer(action="Something else.", seen=0)

    assert late.status_code == 409
    assert "Somebody else has written the board’s answer meanwhile" in late.text
    assert "Something else." not in [one.action for one in fresh(BoardAnswer)]


def test_nothing_but_a_reminder_is_pointed_out(answer, page):
    answer(action="We will remind all staff.")

    assert "What would still get in the way the next morning?" in page()


def test_the_log_has_the_act_and_no_word_of_it(answer, fresh):
    answer()

    line = fresh(LogLine)[-1]
    assert (line.act, line.role) == ("board answered", "facilitator")
    assert "helpline" not in str(line.about)


def test_names_in_it_are_looked_for_before_it_leaves_and_only_in_the_newest(answer, review):
    answer(seen=0)
    answer(action="Ring 020 7946 0018.", seen=1)

    texts = [place.text for place in places_of(review) if place.name.startswith("board_answers")]

    assert "Ring 020 7946 0018." in texts
    assert SAID["action"] not in texts


def test_an_outsider_is_shut_out(outsider, finding, review, fresh):
    outsider.post(f"/reviews/{review.id}/findings/1/board", data=SAID)

    assert fresh(BoardAnswer) == []
