"""The words of a phone: whom to speak to on every page, the same order of silences, nothing that is past."""

import re

import pytest

from facilitator.db import db
from facilitator.episodes.models import Episode


@pytest.fixture(autouse=True)
def an_episode(review):
    db.session.add(Episode(review=review, title="The first call", number=1))
    db.session.commit()


@pytest.mark.parametrize("part", ["", "/mine", "/help", "/device", "/slip"])
def test_whom_to_speak_to_is_on_every_page_of_a_phone(hv, go_to, part):
    go_to("05-view-at-the-time")

    page = hv.post(part, htmx=False, words_code="AAAA") if part == "/slip" else hv.get(part)

    assert "Who to speak to" in page.text


def test_a_refusal_tells_it_too(hv, workshop):
    page = hv.post("/statements/99/correction", htmx=False, text="Words.")

    assert page.status_code == 404
    assert f'href="/w/{workshop.code}/help">Who to speak to</a>' in page.text


@pytest.mark.parametrize("part", ["", "/position", "/position?agency=1"])
def test_before_anybody_is_in_as_well(outsider, workshop, part):
    page = outsider.get(f"/join/{workshop.code}{part}")

    assert "<summary>Who to speak to</summary>" in page.text and "If this is hard" in page.text


@pytest.mark.parametrize(
    "stage", ["03-turning-points", "04-episodes", "05-view-at-the-time", "06-factors", "07-appraisal", "08-usual"]
)
def test_answers_without_words_stand_in_the_same_order_everywhere(hv, go_to, stage):
    go_to(stage)

    offered = re.findall(r'name="answer" value="([\w-]+)"><button', re.sub(r">\s+<", "><", hv.get().text))

    assert len(offered) > 1
    assert offered == [one for one in ("dont-know", "rather-not-say", "not-involved") if one in offered]


def test_who_is_in_is_not_told_to_come_in(hv):
    assert "choose your agency" not in hv.get().text
    hv.post("/ready")

    page = hv.get().text

    assert "You are in." in page
    assert "read the notice" not in page and "Press “ready”" not in page


def test_a_lone_position_is_told_what_it_means_in_words_that_do_not_puzzle(hv, go_to):
    go_to("05-view-at-the-time")

    assert "You are the only one here in this position, so people here may know it is you." in hv.get().text
