"""Scripts: the words of the method, read from the folders under prompts/ and checked.

A mistake is reported with file, line and remedy, and never stops the other scripts. Files that change while the
program runs are read again; a script that has become faulty stays as it last was. prompts/README.md describes the form.
"""

import os
import time
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from facilitator.workshops.script_files import (
    CONVERSATION,
    Fault,
    check_conversation,
    read_stage,
    read_top,
    render,
    what_it_follows,
)

NOTICE_LIMIT = 180  # words; more is not read by people who are anxious


@dataclass(frozen=True)
class Question:
    """What the phone asks. choices: key → label, where an answer is chosen."""

    key: str
    ask: str
    hint: str = ""
    choices: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Stage:
    """One step of a workshop as the script plans it.

    slug: the file's name without `.md`. labelled: what words given here carry (workshops.labels).
    """

    slug: str
    kind: str
    name: str
    minutes: int
    questions: tuple
    headline: str  # what the wall asks, in one line
    wall: Markup
    phone: Markup
    notes: tuple  # (heading, Markup) for the facilitator
    labelled: str = "position"

    def question(self, key):
        return next((question for question in self.questions if question.key == key), None)


@dataclass(frozen=True)
class Script:
    """The plan of a workshop. indicative: whether the report must call its findings indicative."""

    slug: str
    name: str
    form: str
    indicative: bool
    about: Markup
    notice: Markup
    who_to_speak_to: Markup
    stages: tuple

    @property
    def is_conversation(self):
        """Whether it is for one person and two reviewers, and not for a room. (method.md, 6)"""
        return self.form == CONVERSATION

    @property
    def minutes(self):
        return sum(stage.minutes for stage in self.stages)

    def stage(self, slug):
        return next((stage for stage in self.stages if stage.slug == slug), None)


def read_script(folder, kinds, base=None):
    """Read one folder. Returns (Script or None, list of Fault).

    kinds: name of a kind → its required question keys. base: the folder of the script that this one follows; a file
    that is not here is taken from there.
    """
    faults = []
    files = {file.name: file for source in (base, folder) if source for file in source.glob("*.md")}
    numbered = [files[name] for name in sorted(files) if name[0].isdigit()]
    if not numbered:
        faults.append(Fault(folder, 1, "There is no stage here. Add a file such as 01-welcome.md."))
    stages = [stage for file in numbered if (stage := _stage(file, kinds, faults))]
    top = read_top(folder / "script.md", faults, base)
    if top and top["form"] == CONVERSATION:
        for stage in stages:
            check_conversation(files[f"{stage.slug}.md"], stage.kind, stage.labelled, faults)
    notice, speak_to = (_words(files.get(name, folder / name), faults) for name in ("notice.md", "who-to-speak-to.md"))
    if len(notice.split()) > NOTICE_LIMIT:
        faults.append(Fault(folder / "notice.md", 1, f"The notice is longer than {NOTICE_LIMIT} words. Shorten it."))
    if faults:
        return None, faults
    return Script(folder.name, notice=render(notice), who_to_speak_to=render(speak_to), stages=tuple(stages), **top), []


def _stage(file, kinds, faults):
    given = read_stage(file, kinds, faults)
    if given is None:
        return None
    questions = tuple(Question(**question) for question in given.pop("questions"))
    return Stage(slug=file.stem, questions=questions, **given)


def _words(file, faults):
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        faults.append(Fault(file, 1, "This file is missing or is not UTF-8 text. Copy it from prompts/focused-day."))
        return ""


def stamp_of(folder):
    """What changes when a file of the folder does."""
    with os.scandir(folder) as files:
        return tuple(sorted((file.name, file.stat().st_mtime_ns) for file in files if file.name.endswith(".md")))


class Library:
    """All scripts that can be found. Folders that come later win over earlier ones of the same name."""

    def __init__(self, folders, kinds):
        self.folders = [Path(folder) for folder in folders]
        self.kinds = kinds
        self.scripts, self.faults = {}, []
        self._seen, self._follows, self._looked = {}, {}, 0.0

    def refresh(self):
        """Read again what changed since the last look; looks at most once a second."""
        if time.monotonic() - self._looked < 1 and self._looked:
            return self
        self._looked = time.monotonic()
        stamps = self._stamps()
        for folder, stamp in stamps.items():
            base = self._followed_by(folder, stamps)
            stands = stamp, stamps.get(base)
            if self._seen.get(folder) != stands:
                self._seen[folder] = stands
                self._read(folder, base)
        return self

    def _stamps(self):
        """Every folder that holds a script → its stamp."""
        found = (one for parent in self.folders if parent.is_dir() for one in sorted(parent.iterdir()) if one.is_dir())
        return {folder: stamp for folder in found if (stamp := stamp_of(folder))}

    def _followed_by(self, folder, stamps):
        """The folder of the script that this one follows: the last of that name. None when it follows none.

        Which one it names is read again only when a file of the folder has changed.
        """
        stamp, name = self._follows.get(folder, (None, None))
        if stamp != stamps[folder]:
            name = what_it_follows(folder / "script.md")
            self._follows[folder] = stamps[folder], name
        return next((one for one in reversed(stamps) if one.name == name and one != folder), None)

    def _read(self, folder, base):
        script, faults = read_script(folder, self.kinds, base)
        self.faults = [fault for fault in self.faults if fault.file.parent != folder and fault.file != folder] + faults
        if script:
            self.scripts[folder.name] = script

    def get(self, slug):
        return self.refresh().scripts.get(slug)
