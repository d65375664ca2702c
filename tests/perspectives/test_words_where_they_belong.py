"""What does not fit the step it names is refused with a sentence, and nothing of it is written. (trust.md, 2)

Our own pages send nothing of the kind, so these posts are made by hand.
"""

from dataclasses import replace

import pytest

from facilitator.db import db
from facilitator.episodes.models import Episode
from facilitator.findings.models import Finding
from facilitator.patterns.models import Pattern
from facilitator.perspectives.models import Abstention, Slip, Statement
from facilitator.reviews.models import Review
from facilitator.workshops import tally
from facilitator.workshops.room import Room, script_of

VIEW, FACTORS = "05-view-at-the-time", "06-factors"
NARRATIVE, TURNING, EPISODES = "02-narrative", "03-turning-points", "04-episodes"
APPRAISAL, USUAL, PATTERNS = "07-appraisal", "08-usual", "09-patterns"
FINDINGS, BOARD, WELCOME = "10-findings", "11-board-questions", "01-welcome"
FACTOR = {"factor": "conditions", "item": "The form", "effect": "hindered", "weight": "2", "how": "Words."}


def everything():
    """What a phone could have written: the number of rows of each table that holds something of the kind."""
    told = [table for table in db.metadata.sorted_tables if table.name not in ("pass", "participant")]
    return {table.name: db.session.scalar(db.select(db.func.count()).select_from(table)) for table in told}


@pytest.fixture
def episode(review):
    """A chosen episode, and another review with one of its own."""
    elsewhere = Review(title="Another", why="Because.", period="2020")
    here = Episode(review=review, title="The first call", number=1)
    db.session.add_all([here, elsewhere, Episode(review=elsewhere, title="Not here", number=1)])
    db.session.commit()
    return here


@pytest.fixture
def refused(hv, episode, workshop):
    """refused("/statements", stage=…) → posts it by hand: refused with a sentence, no row more in the file."""

    def post(path, **form):
        db.session.rollback()
        before = everything()
        answer = hv.post(path, **form)
        db.session.rollback()
        assert everything() == before
        assert answer.status_code in (403, 404, 422), answer.status_code
        return answer.text

    return post


WORDS = [
    (NARRATIVE, "add"), (NARRATIVE, "correct"), (NARRATIVE, "dispute"), (TURNING, "why"), (EPISODES, "support"),
    (FACTORS, "how"), (APPRAISAL, "standard"), (USUAL, "example"), (PATTERNS, "common"), (FINDINGS, "comment"),
    (BOARD, "suggest"), (VIEW, "colleagues"),
]  # fmt: skip


def test_words_alone_are_refused_where_more_than_words_is_asked(refused, workshop, episode):
    for stage, question in WORDS:
        per_episode = next(one for one in Room.of(workshop).steps if one.stage.slug == stage).kind.per_episode
        form = {"stage": stage, "question": question, "text": "Words.", "episode": episode.id if per_episode else ""}

        assert "Please load the page again" in refused("/statements", **form)


ELSEWHERE = {
    "/turning-points": (TURNING, {"title": "A call", "why": "Words."}),
    "/influences": (FACTORS, FACTOR),
    "/appraisals": (APPRAISAL, {"answer": "good", "standard": "Words."}),
    "/usual": (USUAL, {"answer": "often", "example": "Words."}),
    "/colleagues": (VIEW, {"answer": "same", "text": "Words."}),
    "/patterns/proposals": (PATTERNS, {"common": "Words.", "kind": "unsafe"}),
    "/board-questions": (BOARD, {"text": "Words?", "kind": "clear-fix"}),
    "/narrative/entries": (NARRATIVE, {"when": "2019-03-11", "source": "record", "text": "Words."}),
    "/narrative/entries/1/correction": (NARRATIVE, {"when": "2019-03", "source": "record", "text": "W."}),
    "/narrative/entries/1/dispute": (NARRATIVE, {"text": "Words."}),
    "/findings/1/test": (FINDINGS, {"answer": "agree", "comment": "Words."}),
}


ANYWHERE = [WELCOME, NARRATIVE, TURNING, EPISODES, VIEW, FACTORS, APPRAISAL, USUAL, PATTERNS, FINDINGS, BOARD]


@pytest.mark.parametrize("path", ELSEWHERE)
def test_an_answer_is_refused_at_every_stage_of_another_kind(refused, ask_everywhere, episode, path):
    own, form = ELSEWHERE[path]
    ask_everywhere(own)
    for stage in set(ANYWHERE) - {own}:
        about = episode.id if stage in (VIEW, FACTORS, APPRAISAL, USUAL) else ""

        refused(path, stage=stage, episode=about, **form)


@pytest.fixture
def ask_everywhere(app, workshop, review, monkeypatch):
    """ask_everywhere(stage) → every stage asks what that one asks, as a facilitator's own script may. And a finding."""
    pattern = Pattern(review=review, number=1, title="The form", kind="unsafe")
    db.session.add(Finding(review=review, number=1, pattern=pattern))
    db.session.commit()
    whole = script_of(workshop)

    def ask(stage):
        asked = whole.stage(stage).questions
        stages = tuple(replace(one, questions=asked) for one in whole.stages)
        monkeypatch.setitem(app.extensions["scripts"].scripts, whole.slug, replace(whole, stages=stages))

    return ask


def test_an_episode_of_another_review_is_refused(refused, hv, episode):
    """Words alone are kept without it, and held: test_late_words.py."""
    other = db.session.scalar(db.select(Episode.id).filter_by(title="Not here"))

    refused("/influences", stage=FACTORS, episode=other, **FACTOR)
    refused("/appraisals", stage=APPRAISAL, episode=other, answer="good", standard="Words.")
    refused(f"/episodes/{other}/support", stage=EPISODES)


def test_an_episode_is_refused_where_the_stage_is_about_none(refused, episode):
    said = refused("/turning-points", stage=TURNING, episode=episode.id, title="A call", why="Words.")

    assert "not about an episode" in said


def test_a_stage_that_this_workshop_does_not_have_is_refused(app, refused, workshop, monkeypatch):
    """It would land on the first stage, which in this script asks for words too."""
    whole = script_of(workshop)
    first = replace(whole.stage(VIEW), slug=WELCOME, kind="questions")
    changed = replace(whole, stages=(first, *whole.stages[1:]))
    monkeypatch.setitem(app.extensions["scripts"].scripts, whole.slug, changed)

    refused("/statements", stage="03-your-questions", question="going-on", text="Words.")
    refused("/silences", stage="03-your-questions", question="going-on", answer="dont-know")


def test_an_answer_without_words_is_refused_where_none_is_offered(refused, workshop, episode):
    for stage, question in [(VIEW, "made up"), (FACTORS, "how"), (WELCOME, ""), (NARRATIVE, ""), (PATTERNS, "")]:
        about = episode.id if stage in (VIEW, FACTORS) else ""
        refused("/silences", stage=stage, answer="dont-know", question=question, episode=about)

    assert db.session.scalars(db.select(Abstention)).all() == []


def test_nor_does_one_fill_the_memory_where_words_carry_no_position(refused, hv, leader, workshop, go_to):
    go_to(VIEW)
    leader.post(f"/w/{workshop.code}/labelling", data={"labelled": "unlabelled"})
    episode = Room.of(workshop).step.episode_id

    refused("/silences", stage=VIEW, episode=episode, answer="dont-know", question="made up", labelled="unlabelled")
    refused("/statements", stage=VIEW, episode=episode, question="colleagues", text="Words.", labelled="unlabelled")

    assert tally.answers_of(Room.of(workshop), hv.participant) == {}
    assert db.session.scalars(db.select(Slip)).all() == []


def test_a_proposal_that_waits_for_its_reveal_cannot_be_wished_for(refused, sw, go_to):
    """Nobody knows of it but its proposer."""
    go_to(TURNING)
    sw.post("/turning-points", stage=TURNING, title="A silent one", why="Words.")
    hidden = db.session.scalar(db.select(Episode.id).filter_by(title="A silent one"))
    go_to(EPISODES)

    refused(f"/episodes/{hidden}/support", stage=EPISODES)


def test_what_fits_is_kept(hv, go_to, episode):
    go_to(VIEW)

    assert hv.say(VIEW, "going-on", "An ordinary visit.", episode=episode.id).status_code == 200
    assert [one.text for one in db.session.scalars(db.select(Statement))] == ["An ordinary visit."]
