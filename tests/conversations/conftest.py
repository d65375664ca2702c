"""A conversation with the health visitor, just begun, and who writes it."""

import pytest

from facilitator.conversations.asking import conversations_of
from facilitator.db import db, new_key
from facilitator.perspectives.models import Statement

ACCOUNT, MOMENTS, VIEW, FACTORS = "02-account", "03-turning-points", "04-view-at-the-time", "05-factors"


class Writer:
    """The reviewer at the laptop: writes what the person says, reads it back, and notes that they agree."""

    def __init__(self, client, review):
        self.client, self.review = client, review
        self.code = None

    def begin(self, role="Health visitor", agency=None, **form):
        agency = agency or self.review.agencies[0].id
        address = f"/reviews/{self.review.id}/conversations"
        answer = self.client.post(address, data={"agency": agency, "role": role, "key": new_key(), **form})
        if answer.status_code == 302:
            self.code = answer.location.split("/")[2]
        return answer

    def get(self, path="", **query):
        return self.client.get(f"/w/{self.code}/conversation{path}", query_string=query)

    def post(self, path, **form):
        return self.client.post(f"/w/{self.code}{path}", data={"seat": 1, "key": new_key(), **form})

    def say(self, question, text, stage=ACCOUNT, **form):
        return self.post("/statements", stage=stage, question=question, text=text, **form)

    def name_moment(self, title="The Thursday call", why="It set the tone."):
        return self.post("/turning-points", stage=MOMENTS, title=title, why=why, when="2019-03-12")

    def agree(self):
        page = self.get("/reading").text
        read = page.split('name="read" value="')[1].split('"')[0]
        return self.post("/conversation/agreement", read=read)


@pytest.fixture
def talk(leader, review):
    """A conversation with the health visitor."""
    writer = Writer(leader, review)
    writer.begin()
    return writer


@pytest.fixture
def conversation(talk, review):
    return conversations_of(review)[0]


@pytest.fixture
def said(review):
    """said(text) → the statement with these words."""
    return lambda text: db.session.scalar(db.select(Statement).filter_by(review_id=review.id, text=text))
