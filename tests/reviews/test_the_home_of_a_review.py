"""A review's home says what is done and what is missing."""

from facilitator.db import db
from facilitator.reviews.actions import begin_review
from facilitator.reviews.preparing import tasks


def test_an_empty_review_has_everything_to_do(leader):
    review = begin_review("New")
    db.session.commit()

    page = leader.get(f"/reviews/{review.id}").text

    assert page.count("to do") == 4
    assert "Name the agencies" in page
    assert "No workshop yet" in page


def test_a_prepared_review_has_enough_to_begin(review):
    review.agencies[0].positions.clear()

    said = {task.name: (task.done, task.says) for task in tasks(review)}

    assert said["Purpose and questions"][0]
    assert said["Agencies and positions"] == (False, "2 agencies, 1 position. No position yet: Health visiting.")
    assert said["Narrative"] == (True, "3 entries in 2 lanes.")


def test_its_workshops_lead_to_their_consoles(leader, review, workshop):
    assert f"/w/{workshop.code}/console" in leader.get(f"/reviews/{review.id}").text


def test_an_outsider_is_shut_out(outsider, review):
    answer = outsider.get(f"/reviews/{review.id}")

    assert answer.status_code == 403
    assert review.title not in answer.text
