"""A phone without scripts that is refused gets its own page back: the sentence at the field, the words still in it."""

import re

import pytest

from facilitator.db import db
from facilitator.episodes.models import Episode

WORDS = "She rang twice and nobody picked up."


@pytest.fixture
def refused(hv, go_to, review):
    """refused(stage, address, **form) → the page a phone without scripts gets back."""
    db.session.add(Episode(review=review, title="The first call", number=1))
    db.session.commit()

    def send(stage, address, **form):
        go_to(stage)
        return hv.post(address, htmx=False, stage=stage, **form)

    return send


def wrong(page):
    """The fields a page marks as wrong."""
    assert page.status_code == 422 and "That did not work" not in page.text
    marked = re.findall(r'id="(\w+)"[^>]* aria-invalid="true"', page.text)
    assert [f"#{one}" for one in marked] == re.findall(r'<div class="errors".*?href="(#\w+)"', page.text, re.DOTALL)
    return marked


def test_a_date_that_cannot_be_placed(refused):
    given = {"when": "the week before Easter", "source": "second-hand", "text": WORDS}

    page = refused("02-narrative", "/narrative/entries", **given)

    assert wrong(page) == ["when"]
    assert "“the week before Easter” is not a date we can place. Write it as you would say it: 12 March" in page.text
    assert WORDS in page.text and 'value="the week before Easter"' in page.text
    assert re.search(r'value="second-hand" checked', page.text)


def test_an_entry_that_is_disputed_in_no_words(refused):
    page = refused("02-narrative", "/narrative/entries/2/dispute", text=" ")

    assert wrong(page) == ["text"]
    assert "A call came in." in page.text


def test_a_turning_point_without_a_name(refused):
    page = refused("03-turning-points", "/turning-points", title=" ", why=WORDS, when="about Easter")

    assert wrong(page) == ["title"]
    assert WORDS in page.text and "about Easter" in page.text


def test_the_question_that_was_answered_and_not_the_first(refused):
    page = refused("05-view-at-the-time", "/statements", question="feeling", text=" ")

    assert wrong(page) == ["text"]
    assert "How did it feel?" in page.text and 'name="question" value="feeling"' in page.text


def test_a_factor_of_which_one_part_is_missing(refused):
    given = {"item": "A thin shift", "how": WORDS, "factor": "other", "effect": "hindered", "episode": 1}

    page = refused("06-factors", "/influences", **given)

    assert page.status_code == 422
    assert 'href="#weight"' in page.text and 'id="weight-error"' in page.text
    assert WORDS in page.text and 'value="A thin shift"' in page.text
    assert re.search(r'value="hindered" checked', page.text)


def test_a_last_word_that_is_too_long(refused):
    page = refused("12-close", "/last-word", word="w" * 41)

    assert wrong(page) == ["word"]
    assert "w" * 41 in page.text
