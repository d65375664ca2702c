import os
import re
import shutil
from pathlib import Path

import pytest

from facilitator.config import shipped_prompts
from facilitator.workshops import scripts
from facilitator.workshops.kinds import required_questions
from facilitator.workshops.scripts import NOTICE_LIMIT, Library, read_script

DAY = shipped_prompts() / "focused-day"
STAGE = "05-view-at-the-time.md"


@pytest.fixture
def folder(app, tmp_path):
    """A facilitator's own copy of the focused day."""
    return Path(shutil.copytree(DAY, tmp_path / "scripts" / "our-day"))


def change(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def faults(folder):
    return [str(fault) for fault in read_script(folder, required_questions())[1]]


def test_every_script_we_ship_can_be_read(app):
    library = app.extensions["scripts"].refresh()

    assert library.faults == []
    assert set(library.scripts) == {
        "focused-day",
        "adults-focused-day",
        "introductory-meeting",
        "conversation",
        "adults-conversation",
        "family-conversation",
    }


def test_the_focused_day_has_every_stage_of_the_method(app):
    kinds = [stage.kind for stage in app.extensions["scripts"].get("focused-day").stages]

    assert kinds == [
        "welcome", "narrative", "turning-points", "episodes", "view-at-the-time", "factors", "appraisal", "usual",
        "patterns", "findings", "board-questions", "close",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "line", "remedy"),
    [
        ("stage: view-at-the-time", "stage: view", 2, "is not a kind of stage"),
        ("minutes: 60", "minutes: soon", 4, "whole number"),
        ("minutes: 60", "minutes: 60\nlabelled: nobody", 5, "is not one of position, agency, unlabelled"),
        ("stage: view-at-the-time", "stage: appraisal\nlabelled: unlabelled", 3, "must know whose it is"),
        ("name: The view at the time", "name: ''", 3, "Give the stage a `name:`"),
        ("  - key: going-on", "  - key: goings-on", 5, "needs a question with `key: going-on`"),
        ("    ask: How did it feel?", "    aks: How did it feel?", None, "needs a `key:` and an `ask:`"),
        ("name: The view at the time", 'name: "The view', None, "cannot be read"),
        ("# Wall", "# Screen", None, "`# Wall` is missing"),
        ("## Good enough to move on", "## Good enough", None, "need `## Good enough to move on`"),
    ],
)
def test_a_mistake_is_reported_with_file_line_and_remedy(folder, old, new, line, remedy):
    change(folder / STAGE, old, new)

    [found, *_] = [fault for fault in faults(folder) if remedy in fault]

    assert found.startswith(f"our-day/{STAGE}, line {line}:" if line else f"our-day/{STAGE}, line ")


def test_a_notice_that_is_too_long_is_reported(folder):
    (folder / "notice.md").write_text("word " * (NOTICE_LIMIT + 1))

    assert faults(folder) == [f"our-day/notice.md, line 1: The notice is longer than {NOTICE_LIMIT} words. Shorten it."]


def test_a_faulty_script_does_not_stop_the_others(folder):
    (folder / STAGE).write_text("nothing of use")

    library = Library([shipped_prompts(), folder.parent], required_questions()).refresh()

    assert "focused-day" in library.scripts and "our-day" not in library.scripts
    assert library.faults


def test_a_facilitators_own_script_of_the_same_name_wins(folder):
    own = folder.rename(folder.parent / "focused-day")
    change(own / "script.md", "name: ", "name: Our own ")

    library = Library([shipped_prompts(), own.parent], required_questions()).refresh()

    assert library.get("focused-day").name.startswith("Our own")


def test_a_question_changed_in_the_prompts_is_asked_on_the_phones(app, hv, go_to, folder):
    own = folder.rename(app.extensions["config"].own_scripts / "focused-day")
    change(own / STAGE, "ask: What did you think was going on?", "ask: What was in front of you?")
    app.extensions["scripts"]._looked = 0.0

    go_to("05-view-at-the-time")

    assert "What was in front of you?" in hv.get().text


def test_a_script_that_becomes_faulty_stays_as_it_last_was(folder):
    library = Library([folder.parent], required_questions()).refresh()
    (folder / STAGE).write_text("half a sen")
    os.utime(folder / STAGE, ns=(1, 1))
    library._looked = 0.0

    assert library.get("our-day").stage("05-view-at-the-time").questions
    assert library.faults


def test_markdown_cannot_bring_scripts_in(folder):
    change(folder / STAGE, "# Phone\n", "# Phone\n\n<script>alert(1)</script> <img src=x onerror=alert(1)>\n")

    script, _ = read_script(folder, required_questions())

    phone = script.stage("05-view-at-the-time").phone
    assert "<script" not in phone and "onerror" not in phone


def sentences(text):
    plain = re.sub(r"[*_#>`-]", " ", re.sub(r"<[^>]+>", " ", str(text)))
    return [part for part in re.split(r"(?<=[.?!:])\s+|\n", plain) if part.strip()]


@pytest.mark.parametrize("name", ["focused-day", "introductory-meeting"])
def test_what_people_read_on_wall_and_phone_is_short(app, name):
    for stage in app.extensions["scripts"].get(name).stages:
        shown = [stage.headline, stage.wall, stage.phone]
        shown += [part for question in stage.questions for part in (question.ask, question.hint)]
        for sentence in (one for words in shown for one in sentences(words)):
            assert len(sentence.split()) <= 20, f"{stage.slug}: {sentence}"


def follow(folder, other="focused-day"):
    """A script of one's own that follows another and brings only its title and one stage."""
    for file in folder.glob("*.md"):
        if file.name not in ("script.md", STAGE):
            file.unlink()
    change(folder / "script.md", "form: focused", f"follows: {other}\nform: focused")


def test_a_script_may_follow_another_and_bring_only_what_differs(folder):
    follow(folder)
    change(folder / STAGE, "ask: How did it feel?", "ask: How was it for you?")

    ours = Library([shipped_prompts(), folder.parent], required_questions()).get("our-day")

    assert [stage.slug for stage in ours.stages] == sorted(file.stem for file in DAY.glob("[0-9]*.md"))
    assert ours.stage("05-view-at-the-time").question("feeling").ask == "How was it for you?"
    assert "We do not score anyone" in ours.notice


def test_following_a_script_that_is_not_there_is_reported(folder):
    follow(folder, "focussed-day")

    library = Library([shipped_prompts(), folder.parent], required_questions()).refresh()

    told = " ".join(map(str, library.faults))
    assert "our-day/script.md, line 3: `follows: focussed-day` names no script." in told


def test_a_change_in_the_followed_script_is_read_again(folder, tmp_path):
    base = Path(shutil.copytree(DAY, tmp_path / "scripts" / "their-day"))
    follow(folder, "their-day")
    library = Library([folder.parent], required_questions()).refresh()
    change(base / "01-welcome.md", "name: Welcome", "name: Hello")
    library._looked = 0.0

    assert library.get("our-day").stages[0].name == "Hello"


def test_front_matter_is_read_again_only_when_a_file_of_the_folder_changed(folder, monkeypatch):
    """Seen to fail without what is remembered: that of every script was read once a second, in somebody's request."""
    read = []
    monkeypatch.setattr(scripts, "what_it_follows", lambda file: read.append(file))
    library = Library([folder.parent], required_questions())

    def look_again():
        library._looked = 0.0
        library.refresh()

    look_again()
    look_again()
    assert len(read) == 1

    change(folder / STAGE, "name: ", "name: Our ")
    look_again()

    assert len(read) == 2
