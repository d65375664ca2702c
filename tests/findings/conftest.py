"""A group that has taken a pattern: it shows in two episodes and rests on words from two agencies."""

import pytest

from facilitator.db import db
from facilitator.episodes.models import Episode
from facilitator.findings.board_models import BoardQuestion
from facilitator.findings.models import Finding, Paragraph
from facilitator.patterns.actions import name_pattern, take

VIEW, USUAL, FINDINGS, QUESTIONS = "05-view-at-the-time", "08-usual", "10-findings", "11-board-questions"
TITLE = "A call to refer becomes a talk about whether there is enough to refer"


@pytest.fixture
def episodes(review):
    visit = Episode(review=review, number=1, title="The new-birth visit", when="2019-03-11")
    call = Episode(review=review, number=2, title="The first call to the hub", when="2019-03-11/2019-03-12")
    db.session.add_all([visit, call])
    db.session.commit()
    return visit, call


@pytest.fixture
def told(episodes, hv, sw, go_to, leader, workshop):
    """Revealed: S-001 (health visitor, KPE 1), S-002 (the same, KPE 2), S-003 (social worker, KPE 2)."""
    visit, call = episodes
    go_to(VIEW, 0)
    hv.say(VIEW, "going-on", "An ordinary visit.", episode=visit.id)
    leader.post(f"/w/{workshop.code}/reveal")
    go_to(VIEW, 1)
    hv.say(VIEW, "going-on", "I thought I was referring.", episode=call.id)
    sw.say(VIEW, "going-on", "A call like others.", episode=call.id)
    leader.post(f"/w/{workshop.code}/reveal")


@pytest.fixture
def pattern(told, review):
    pattern = name_pattern(review, TITLE, "unsafe", ["incidents"], [1, 2], rests_on=[1, 3], against=[2])
    take(pattern)
    db.session.commit()
    return pattern


@pytest.fixture
def finding(pattern, leader, review):
    """Finding 1, drafted from the pattern."""
    leader.post(f"/reviews/{review.id}/findings")
    return db.session.scalar(db.select(Finding))


@pytest.fixture
def desk(finding, leader, review):
    """desk("/state", state="final") → posts to Finding 1 at the desk; desk() reads it."""

    def use(path="", headers=None, **form):
        address = f"/reviews/{review.id}/findings/1{path}"
        return leader.post(address, data=form, headers=headers) if form else leader.get(address)

    return use


@pytest.fixture
def paragraph(finding):
    """2.1, the first of “How did it show in this case?”"""
    return finding.answer("in-this-case")[0]


@pytest.fixture
def write(desk, paragraph):
    """write("text", based_on=1) → the answer a browser with scripts gets."""

    def send(text, based_on, htmx=True):
        headers = {"HX-Request": "true"} if htmx else {}
        return desk(f"/paragraphs/{paragraph.id}", headers=headers, text=text, based_on=based_on)

    return send


@pytest.fixture
def fresh():
    """fresh(model) → all rows of it as the file has them."""

    def look(model):
        db.session.expire_all()
        return db.session.scalars(db.select(model).order_by(model.id)).all()

    return look


@pytest.fixture
def questions(fresh):
    return lambda: fresh(BoardQuestion)


@pytest.fixture
def paragraphs(fresh):
    return lambda: fresh(Paragraph)
