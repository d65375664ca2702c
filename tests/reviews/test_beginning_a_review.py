"""Beginning a review."""

from sqlalchemy import select

from facilitator.access.models import LogLine
from facilitator.db import db, new_key
from facilitator.reviews.models import Review

GIVEN = {
    "title": "  A letter\tin a tray ",
    "why": "It shows how a letter waits.\nFor weeks.",
    "questions": "What becomes of a letter?\n\n  Who reads it?  ",
    "period": "2019-03",
}


def reviews():
    return db.session.scalars(select(Review)).all()


def test_it_begins_with_its_purpose(leader):
    answer = leader.post("/reviews/new", data=GIVEN)

    (review,) = reviews()
    assert answer.status_code == 302
    assert answer.location == f"/reviews/{review.id}"
    assert (review.title, review.why) == ("A letter in a tray", GIVEN["why"])
    assert [question.text for question in review.questions] == ["What becomes of a letter?", "Who reads it?"]
    assert db.session.scalar(select(LogLine.act)) == "review begun"


def test_without_a_title_it_is_refused_and_the_typing_kept(leader):
    answer = leader.post("/reviews/new", data=GIVEN | {"title": "  "})

    assert answer.status_code == 422
    assert "Give the review a title" in answer.text
    assert "It shows how a letter waits." in answer.text
    assert reviews() == []


def test_what_is_too_long_is_refused(leader):
    for part in ({"title": "x" * 201}, {"why": "x" * 10_001}, {"questions": "x" * 10_001}, {"period": "x" * 81}):
        assert leader.post("/reviews/new", data=GIVEN | part).status_code == 422
    assert reviews() == []


def test_an_outsider_is_shut_out(outsider):
    for path in ("/reviews", "/reviews/new"):
        assert outsider.get(path).status_code == 403
    assert outsider.post("/reviews/new", data=GIVEN).status_code == 403
    assert reviews() == []


def test_sent_twice_it_begins_once(leader):
    key = new_key()

    places = {leader.post("/reviews/new", data=GIVEN | {"key": key}).location for _ in range(2)}

    assert len(places) == len(reviews()) == 1


def test_the_first_page_says_what_to_do(leader):
    page = leader.get("/reviews").text

    assert "No review yet" in page
    assert "Start from a case file" in page


def test_the_purpose_can_be_put_differently(leader, review):
    leader.post(f"/reviews/{review.id}/purpose", data=GIVEN)

    assert review.title == "A letter in a tray"
    assert len(review.questions) == 2
    assert "A letter in a tray" in leader.get("/reviews").text


def test_an_unknown_review_is_not_found(leader):
    assert leader.get("/reviews/99").status_code == 404
