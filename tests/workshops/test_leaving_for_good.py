"""Leaving cannot be called back, so a phone asks first and says what it means."""

import re

import pytest

from facilitator.db import db
from facilitator.workshops.opening import close_workshop

MEANS = "From then on this phone cannot show, correct or withdraw them. If you want something changed later, ask the"


@pytest.mark.parametrize("closed", [False, True])
def test_one_tap_does_not_leave(hv, go_to, workshop, closed):
    go_to("12-close")
    if closed:
        close_workshop(workshop)
        db.session.commit()

    page = hv.get().text

    asked = re.search(r"<details class=.ask-first.>.*?</details>", page, re.DOTALL)[0]
    assert "Leave the workshop" in asked and MEANS in asked and "Yes, leave now" in asked
    assert page.count(f"/w/{workshop.code}/leaving") == asked.count(f"/w/{workshop.code}/leaving") == 1


def test_the_page_of_a_code_asks_first(hv, go_to, leader, workshop):
    stage = "05-view-at-the-time"
    go_to(stage)
    leader.post(f"/w/{workshop.code}/labelling", data={"stage": stage, "labelled": "unlabelled"})

    page = hv.post("/statements", htmx=False, stage=stage, question="going-on", text="Not mine.").text

    asked = re.search(r"<details class=.ask-first.>.*?</details>", page, re.DOTALL)[0]
    assert "Really withdraw these words?" in asked and "/slip/withdrawal" in asked
