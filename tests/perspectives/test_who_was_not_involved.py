"""That an agency was not involved is told of five people and more; of fewer it would be told of each. (trust.md, 4)"""

import pytest

from facilitator.db import db
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.choosing import choose_episode
from facilitator.reports.word import write_report
from tests.reports.conftest import Docx

VIEW = "05-view-at-the-time"


@pytest.fixture
def uninvolved(workshop, go_to, join_as, leader, review):
    """uninvolved(4) → so many health visitors say so of the episode, one social worker gives an account; revealed."""
    episode = propose_episode(workshop, "The first call")
    choose_episode(workshop, episode)
    db.session.commit()
    go_to(VIEW)

    def stay_out(people):
        for phone in [join_as("Health visitor") for _ in range(people)]:
            phone.post("/silences", stage=VIEW, episode=episode.id, answer="not-involved")
        join_as("Social worker").say(VIEW, "going-on", "A call like others.", episode=episode.id)
        leader.post(f"/w/{workshop.code}/reveal")
        pages = [leader.get(f"/w/{workshop.code}/{page}").text for page in ("wall", "console")]
        return [*pages, Docx(write_report(review))]

    return stay_out


def test_four_are_told_on_no_screen(uninvolved):
    wall, console, report = uninvolved(4)

    assert "Not involved:" not in wall
    assert "Fewer than five said they were not involved." in console
    assert "Fewer than five people said that they were not involved." in report.text


def test_five_are_told(uninvolved):
    wall, console, report = uninvolved(5)

    assert "Not involved:" in wall and "Health visiting" in wall
    assert "5 said they were not involved." in console
    assert "5 people said that they were not involved." in report.text


def test_the_annex_tells_of_no_agency_beside_which_the_others_are_few(uninvolved):
    """Five health visitors and one social worker: with the total known, the one would follow."""
    _, _, report = uninvolved(5)

    [row] = [row for row in report.rows if row[0] == "Health visiting" and len(row) == 5]
    assert row[-1] == "–"
