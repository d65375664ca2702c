"""Editors comment on a paragraph; a comment is settled, never lost, and never printed."""

import pytest

from facilitator.access.models import LogLine
from facilitator.findings.comment_models import DeskComment
from facilitator.reports.stops.places import places_of
from facilitator.reports.word import write_report
from tests.reports.conftest import Docx

WORDS = "Who says so? Only one agency."


@pytest.fixture
def comment(desk, paragraph):
    """comment("text") says it; comment(settle=1) and comment(again=1) settle it and take it up again."""

    def send(text=WORDS, settle=None, again=None, headers=None):
        act = f"/{settle}/settled" if settle else f"/{again}/opened" if again else ""
        return desk(f"/paragraphs/{paragraph.id}/comments{act}", headers=headers, text=text)

    return send


def test_it_stands_below_its_paragraph_and_on_the_list_of_findings(comment, desk, leader, review):
    assert comment().status_code == 302

    assert WORDS in desk().text
    assert "1 open comment<" in desk().text
    assert "1 open comment<" in leader.get(f"/reviews/{review.id}/findings").text


def test_with_scripts_only_the_comments_are_drawn_again(comment):
    drawn = comment(headers={"HX-Request": "true"}).text

    assert WORDS in drawn
    assert "based_on" not in drawn


def test_settled_it_waits_no_more_and_its_words_stay(comment, desk, leader, review, fresh):
    comment()
    comment(settle=1)

    assert "Comments, all settled" in desk().text
    assert "settled by facilitator" in desk().text
    assert "open comment" not in leader.get(f"/reviews/{review.id}/findings").text
    assert [one.text for one in fresh(DeskComment)] == [WORDS]

    comment(again=1)
    assert "1 open comment<" in desk().text


def test_no_report_prints_it_and_nothing_in_it_stops_the_report(comment, review):
    comment(f"{WORDS} Ring 020 7946 0018.")

    assert WORDS not in Docx(write_report(review)).text
    assert not any(WORDS in place.text for place in places_of(review))


def test_who_has_the_page_open_is_told(comment, desk, paragraph):
    comment()

    assert "Somebody has commented on 1.1" in desk(f"/changes?seen={paragraph.id}:1").text
    assert "commented" not in desk(f"/changes?seen={paragraph.id}:1&seen=c1").text


def test_it_says_when_the_text_has_changed_since(comment, desk, write):
    comment()
    assert "of an earlier text" not in desk().text

    write("Another text.", based_on=1)

    assert "of an earlier text" in desk().text


def test_it_outlives_a_paragraph_that_is_taken_out(comment, desk, write):
    comment()
    write("", based_on=1)

    assert WORDS in desk().text


@pytest.mark.parametrize(("text", "sentence"), [(" ", "Please write the comment"), ("a" * 10_001, "10,001 characters")])
def test_what_is_no_comment_is_refused(comment, fresh, text, sentence):
    refused = comment(text)

    assert refused.status_code == 422
    assert sentence in refused.text
    assert fresh(DeskComment) == []


def test_twice_is_once(comment, fresh):
    comment()
    comment()
    comment(settle=1)
    comment(settle=1)

    assert len(fresh(DeskComment)) == 1
    acts = [line.act for line in fresh(LogLine)]
    assert [act for act in acts if act.startswith("comment")] == ["comment added", "comment settled"]


def test_a_comment_that_is_not_there_is_refused(comment):
    assert comment(settle=9).status_code == 404


def test_the_log_has_no_word_of_it(comment, fresh):
    comment()

    assert not any("agency" in str(line.about) for line in fresh(LogLine))


def test_an_outsider_is_shut_out(outsider, paragraph, review, fresh):
    outsider.post(f"/reviews/{review.id}/findings/1/paragraphs/{paragraph.id}/comments", data={"text": WORDS})

    assert fresh(DeskComment) == []
