"""Taking a review out in the browser: signed in, with the passphrase once more, and logged."""

import json

import pytest
from sqlalchemy import select

from facilitator.access.models import LogLine
from facilitator.db import db

PASSPHRASE = "four plain words here"


def address(review, what=""):
    return f"/reviews/{review.id}/report{what}"


def logged():
    return db.session.scalars(select(LogLine.act)).all()


def test_the_page_offers_both(leader, told):
    page = leader.get(address(told))

    assert page.status_code == 200
    assert "Download the Word report" in page.text
    assert "Download the archive" in page.text


def test_the_word_report_comes_with_the_passphrase(leader, told, read_word):
    answer = leader.post(address(told, "/word"), data={"passphrase": PASSPHRASE})

    assert answer.status_code == 200
    assert "report.docx" in answer.headers["Content-Disposition"]
    assert "A referral, I thought." in read_word(answer.data).text
    assert "report taken out" in logged()


def test_the_archive_comes_with_the_passphrase(leader, told):
    answer = leader.post(address(told, "/archive"), data={"passphrase": PASSPHRASE})

    assert json.loads(answer.data)["review"]["title"] == told.title
    assert "archive taken out" in logged()


@pytest.mark.parametrize("what", ["/word", "/archive"])
def test_a_wrong_passphrase_takes_nothing_out(leader, told, what):
    before = logged()

    answer = leader.post(address(told, what), data={"passphrase": "something else entirely"})

    assert answer.status_code == 422
    assert "Nothing was taken out" in answer.text
    assert logged() == before


@pytest.mark.parametrize("what", ["", "/word", "/archive"])
def test_an_outsider_and_a_phone_are_shut_out(outsider, hv, told, what):
    for browser in (outsider, hv.client):
        asked = browser.post if what else browser.get
        answer = asked(address(told, what), data={"passphrase": PASSPHRASE})

        assert answer.status_code == 403
        assert "A referral, I thought." not in answer.text


def test_a_review_that_is_not_there_is_not_found(leader, app):
    assert leader.get("/reviews/99/report").status_code == 404
