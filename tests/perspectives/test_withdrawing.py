"""Words that are taken back are gone: from every screen, and from the record with all their earlier wordings."""

import re

import pytest

from facilitator.db import db
from facilitator.perspectives.models import Statement
from facilitator.reports.archive.writing import as_text, write_archive

VIEW = "05-view-at-the-time"
FIRST, SECOND = "I was afraid of being wrong.", "I was not sure of it."


@pytest.fixture
def said(go_to, hv):
    go_to(VIEW)
    hv.say(VIEW, "going-on", FIRST)


def statements():
    return db.session.scalars(db.select(Statement).order_by(Statement.number)).all()


def texts():
    return [one.text for one in statements()]


def test_they_leave_every_screen_and_the_number_stays(said, hv, sw, leader, workshop, wall):
    leader.post(f"/w/{workshop.code}/reveal")
    wall_page, console = (f"/w/{workshop.code}/{screen}" for screen in ("wall", "console"))
    screens = [sw.get, lambda: leader.get(wall_page), lambda: leader.get(console)]
    assert FIRST in sw.get().text
    wall.heard()

    hv.post("/statements/1/withdrawal")

    assert not any(FIRST in screen().text for screen in screens)
    assert wall.heard() == ["statements-changed"]
    assert "S-001: you withdrew this" in hv.get("/mine").text


def test_earlier_wordings_go_with_them(said, hv, review):
    hv.post("/statements/1/correction", text=SECOND)
    assert texts() == [FIRST, SECOND]

    hv.post("/statements/2/withdrawal")

    assert texts() == ["", ""]
    assert FIRST not in as_text(write_archive(review)) and FIRST not in hv.get("/mine").text


def test_a_correction_that_waits_is_taken_back_alone(said, hv, go_to):
    go_to("06-factors")
    hv.post("/statements/1/correction", text=SECOND)

    hv.post("/statements/2/withdrawal")

    assert texts() == [FIRST, ""]
    assert statements()[0].is_current


def test_nobody_else_can(said, sw):
    assert sw.post("/statements/1/withdrawal").status_code == 403
    assert texts() == [FIRST]


def test_an_outsider_cannot(said, outsider, workshop):
    assert outsider.post(f"/w/{workshop.code}/statements/1/withdrawal").status_code == 403
    assert texts() == [FIRST]


def test_twice_is_once(said, hv, wall):
    hv.post("/statements/1/withdrawal")
    at = statements()[0].withdrawn_at
    wall.heard()

    hv.post("/statements/1/withdrawal")

    assert statements()[0].withdrawn_at == at
    assert wall.heard() == []


def test_a_phone_asks_first_and_says_what_goes(said, hv):
    page = hv.get("/mine").text

    asked = re.search(r"<details class=.ask-first.>.*?</details>", page, re.DOTALL)[0]
    assert "Withdraw it" in asked and "Really withdraw S-001? The words go for good" in asked
    assert "Yes, withdraw S-001" in asked
    assert page.count("/statements/1/withdrawal") == asked.count("/statements/1/withdrawal") == 1


def test_of_a_correction_that_waits_it_says_that_the_words_before_it_stand(said, hv, go_to):
    go_to("06-factors")
    hv.post("/statements/1/correction", text=SECOND)

    told = "Really withdraw S-002? This correction goes for good, and the words before it stand."
    assert told in hv.get("/mine").text
