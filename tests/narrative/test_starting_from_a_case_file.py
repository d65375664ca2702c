"""A review started from a case file."""

from pathlib import Path

from sqlalchemy import select

from facilitator.db import db, new_key
from facilitator.narrative.asking import entries_of
from facilitator.reviews.models import Review

SMALL = Path(__file__).with_name("small_case.yaml")


def send(client, content=None, name="small.yaml", **form):
    content = SMALL.read_bytes() if content is None else content
    from io import BytesIO

    return client.post("/reviews/from-case-file", data={"file": (BytesIO(content), name), **form})


def reviews():
    return db.session.scalars(select(Review)).all()


def test_it_brings_purpose_agencies_cast_and_narrative_and_nothing_of_the_room(leader):
    answer = send(leader)

    (review,) = reviews()
    assert answer.location == f"/reviews/{review.id}"
    assert (review.title, review.made_up) == ("A letter in a tray", "All of it.")
    assert [agency.letter for agency in review.agencies] == ["G", "R"]
    assert [position.label for position in review.positions] == ["GP, GP practice", "Social worker, Referral hub"]
    assert [entry.number_label for entry in entries_of(review)] == ["N-002", "N-001"]
    assert entries_of(review)[0].text == 'It lay in a tray.\n"Urgent" & <unread> 🙂'
    assert review.all_episodes == []


def test_a_malformed_one_is_refused_with_its_line_and_leaves_nothing(leader):
    answer = send(leader, SMALL.read_bytes().replace(b"source: record", b"source: rumour"))

    assert answer.status_code == 422
    assert "small.yaml, line 19: `rumour` is not possible here." in answer.text
    assert reviews() == []


def test_an_outsider_is_shut_out(outsider):
    assert send(outsider).status_code == 403
    assert reviews() == []


def test_sent_twice_it_begins_once(leader):
    key = new_key()

    assert send(leader, key=key).location == send(leader, key=key).location
    assert len(reviews()) == 1
    assert len(reviews()[0].all_entries) == 2


def test_without_a_file_it_is_refused(leader):
    assert leader.post("/reviews/from-case-file").status_code == 422
