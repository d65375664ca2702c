"""The guide of a conversation, to read from or to print, in every field of work. (method.md, 6)"""

import re

import pytest

from facilitator.conversations.asking import scripts_for
from facilitator.db import db
from facilitator.workshops.kinds import required_questions
from facilitator.workshops.scripts import read_script
from tests.conversations.conftest import VIEW

GUIDES = ["conversation", "adults-conversation", "family-conversation"]


@pytest.mark.parametrize("slug", GUIDES)
def test_the_whole_of_it_is_on_one_page(leader, review, app, slug):
    page = leader.get(f"/reviews/{review.id}/conversations/guide?script={slug}").text

    script = app.extensions["scripts"].get(slug)
    for stage in script.stages:
        assert all(question.ask in page for question in stage.questions)
        assert all(str(words) in page for _, words in stage.notes)
    assert str(script.notice) in page and "If this was hard" in page


@pytest.mark.parametrize("slug", GUIDES)
def test_it_follows_the_seven_parts_of_the_method(app, slug):
    stages = app.extensions["scripts"].get(slug).stages

    assert [stage.kind for stage in stages] == [
        "welcome", "questions", "turning-points", "view-at-the-time", "factors", "questions", "questions", "questions",
        "questions",
    ]  # fmt: skip
    asked = {question.key for stage in stages for question in stage.questions}
    assert {"own-account", "own-part", "most-first", "most-second", "most-third", "well", "well-possible"} <= asked
    assert {"story-asks", "would-change"} <= asked


@pytest.mark.parametrize("slug", GUIDES)
def test_every_part_after_the_opening_helps_with_blame_and_with_tears(app, slug):
    for stage in app.extensions["scripts"].get(slug).stages[1:]:
        headings = " ".join(heading for heading, _ in stage.notes)
        assert "blame" in headings and "upset" in headings, stage.slug


def test_a_review_about_an_adult_is_offered_the_guide_for_it_first(review, leader):
    assert scripts_for(review)[0].slug == "conversation"

    review.setting = "adults"
    db.session.commit()

    assert scripts_for(review)[0].slug == "adults-conversation"
    assert "mental capacity" in leader.get(f"/reviews/{review.id}/conversations/guide").text


def test_the_writing_page_shows_what_to_say_beside_the_questions(talk):
    page = talk.get(part="02-account").text

    assert "And then?" in page and "If it slides into blame" in page
    assert "If they are upset" in page


def test_an_outsider_does_not_get_it(outsider, review):
    assert outsider.get(f"/reviews/{review.id}/conversations/guide").status_code == 403


@pytest.mark.parametrize(
    ("name", "old", "new", "remedy"),
    [
        ("02-account.md", "stage: questions", "stage: appraisal", "has no place in a conversation"),
        ("02-account.md", "minutes: 15", "minutes: 15\nlabelled: unlabelled", "only one person to be"),
    ],
)
def test_a_part_that_does_not_fit_is_reported(app, tmp_path, name, old, new, remedy):
    import shutil

    from facilitator.config import shipped_prompts

    folder = shutil.copytree(shipped_prompts() / "conversation", tmp_path / "ours")
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    script, faults = read_script(folder, {**required_questions(), "appraisal": ()})

    assert script is None and re.search(remedy, str(faults[0]))


def test_about_a_moment_it_asks_for_one_first(talk):
    assert "Name a moment first" in talk.get(part=VIEW).text
