"""A report written before the reveal tells how many answered and no more: nobody has been shown how they did."""

import pytest

from facilitator.db import db
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.choosing import choose_episode
from facilitator.reports.word import write_report
from facilitator.reviews.small_groups import UNSEEN
from tests.reports.conftest import Docx

ASKED = [
    ("05-view-at-the-time", "/colleagues", "same"),
    ("07-appraisal", "/appraisals", "problematic"),
    ("08-usual", "/usual", "rarely"),
]


@pytest.fixture
def episode(workshop):
    episode = propose_episode(workshop, "The first call")
    choose_episode(workshop, episode)
    db.session.commit()
    return episode


@pytest.mark.parametrize(("stage", "address", "answer"), ASKED)
def test_no_spread_is_in_the_report_before_the_reveal(
    episode, go_to, join_as, leader, workshop, review, stage, address, answer
):
    """Seen to fail for each when all answers are counted where there is no picture."""
    go_to(stage)
    for _ in range(6):
        assert join_as("Health visitor").post(address, stage=stage, episode=episode.id, answer=answer).status_code < 400

    before = Docx(write_report(review))
    leader.post(f"/w/{workshop.code}/reveal")
    after = Docx(write_report(review))

    assert f"6 people answered. {UNSEEN}" in before.text
    assert "6 people answered." in after.text and UNSEEN not in after.text
    told = [row for row in after.rows if row not in before.rows]
    assert [row for row in told if sorted(row)[-1] == "6" and set(row) == {"0", "6"}] != []
