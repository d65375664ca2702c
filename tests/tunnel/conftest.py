from io import BytesIO

import pytest
from docx import Document

from facilitator.db import db
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.choosing import choose_episode

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VIEW = "05-view-at-the-time"


@pytest.fixture
def episodes(workshop):
    """Two episodes of the small review: the call on 12 March, after “Home visit.”, and the discussion on the 13th."""
    made = [
        propose_episode(workshop, "The first call", when="2019-03-12", entries=[2]),
        propose_episode(workshop, "The discussion", when="2019-03-13", entries=[3]),
    ]
    for episode in made:
        choose_episode(workshop, episode)
    db.session.commit()
    return made


@pytest.fixture
def at_the_call(episodes, go_to):
    """The group looks at the first call as it was then. Only “Discussed.” came later."""
    go_to(VIEW)
    return episodes[0]


@pytest.fixture
def lift(leader, workshop):
    def lift_it(act="lifting"):
        return leader.post(f"/w/{workshop.code}/curtain/{act}")

    return lift_it


@pytest.fixture
def on_wall(leader, workshop):
    return lambda: leader.get(f"/w/{workshop.code}/wall").text


@pytest.fixture
def read_word():
    """read_word(bytes) → what a Word report says, paragraph by paragraph."""

    def said(content):
        return "\n".join(text_of(one) for one in Document(BytesIO(content)).element.body.iter(f"{W}p"))

    return said


def text_of(paragraph):
    return "".join(piece.text or "" for piece in paragraph.iter(f"{W}t"))
