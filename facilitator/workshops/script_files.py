"""Reading one Markdown file of a script: front matter, the three sections, and what is wrong with it by line."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import frontmatter
import markdown
import nh3
import yaml
from markupsafe import Markup

from facilitator.workshops.kinds import kinds_with_labels, labels_of
from facilitator.workshops.labels import LABELS

SECTIONS = ("Wall", "Phone", "Facilitator")
NOTES = ("Say", "Do", "Good enough to move on")
QUESTION_PARTS = {"key", "ask", "hint", "choices"}
CONVERSATION = "conversation"  # the form of a script for one person and two reviewers
IN_CONVERSATION = ("welcome", "questions", "turning-points", "view-at-the-time", "factors")
TAGS = {"p", "h1", "h2", "h3", "ul", "ol", "li", "strong", "em", "br", "blockquote", "hr"}


@dataclass(frozen=True)
class Fault:
    """A mistake in a script: where it is and what to do about it."""

    file: Path
    line: int
    remedy: str

    def __str__(self):
        return f"{self.file.parent.name}/{self.file.name}, line {self.line}: {self.remedy}"


@lru_cache(maxsize=4096)
def render(text):
    """Markdown as safe HTML: headings, lists, emphasis, nothing else. Scripts share most of their words."""
    return Markup(nh3.clean(markdown.markdown(text, extensions=["sane_lists"]), tags=TAGS, attributes={}))  # nosec # noqa: S704


def read_top(file, faults, base=None):
    """script.md as a mapping for Script, or None; mistakes are added to faults. base: of the script it follows."""
    text = _read(file, faults)
    matter = _matter(file, text, faults) if text is not None else None
    if matter is None:
        return None
    for name, kind in (("name", str), ("form", str), ("indicative", bool)):
        if not isinstance(matter.get(name), kind):
            faults.append(Fault(file, _line_of(text, f"{name}:"), f"Give `{name}:` in the lines at the top."))
    if matter.get("follows") and base is None:
        remedy = f"`follows: {matter['follows']}` names no script. Give the name of a folder, such as focused-day."
        faults.append(Fault(file, _line_of(text, "follows:"), remedy))
    about = render(frontmatter.parse(text)[1])
    return {name: matter.get(name) for name in ("name", "form", "indicative")} | {"about": about}


def what_it_follows(file):
    """The name of the script that this script.md says it follows, or None. A faulty file is reported elsewhere."""
    try:
        return frontmatter.parse(file.read_text(encoding="utf-8"))[0].get("follows")
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None


def read_stage(file, kinds, faults):
    """One stage file as a mapping for Stage, or None; mistakes are added to faults."""
    text = _read(file, faults)
    matter = _matter(file, text, faults) if text is not None else None
    if matter is None:
        return None
    before = len(faults)
    sections = _sections(file, text, faults)
    _check_stage(file, text, matter, kinds, faults)
    if len(faults) > before:
        return None
    return {
        "kind": matter["stage"],
        "name": matter["name"],
        "minutes": matter["minutes"],
        "labelled": matter.get("labelled", LABELS[0]),
        "questions": [_question(question) for question in matter.get("questions") or []],
        **dict(zip(("headline", "wall"), _headline(sections["Wall"]), strict=True)),
        "phone": render(sections["Phone"]),
        "notes": tuple((heading, render(words)) for heading, words in _notes(sections["Facilitator"])),
    }


def _read(file, faults):
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        faults.append(Fault(file, 1, "This file is missing or is not UTF-8 text. Save it as UTF-8."))
        return None


def _matter(file, text, faults):
    try:
        matter = frontmatter.parse(text)[0]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        faults.append(Fault(file, line, "The lines between the --- marks cannot be read. Check quotes and colons."))
        return None
    if not matter:
        faults.append(Fault(file, 1, "Begin the file with lines between two --- marks, as the other stages do."))
        return None
    return matter


def _check_stage(file, text, matter, kinds, faults):
    def fault(at, remedy):
        faults.append(Fault(file, _line_of(text, at), remedy))

    kind = matter.get("stage")
    if kind not in kinds:
        fault("stage:", f"`stage: {kind}` is not a kind of stage. Choose one of: {', '.join(kinds)}.")
        return
    if not isinstance(matter.get("name"), str) or not matter["name"].strip():
        fault("name:", "Give the stage a `name:`.")
    if not isinstance(matter.get("minutes"), int) or not 0 < matter["minutes"] <= 600:
        fault("minutes:", "Give `minutes:` as a whole number from 1 to 600.")
    _check_label(matter.get("labelled", LABELS[0]), kind, fault)
    keys = [question.get("key") for question in _checked_questions(matter, fault)]
    for key in kinds[kind]:
        if key not in keys:
            fault("questions:", f"A stage of this kind needs a question with `key: {key}`.")
    for key in {key for key in keys if keys.count(key) > 1}:
        fault(f"key: {key}", f"Two questions have the key {key}. Give one of them another.")


def _check_label(label, kind, fault):
    allowed = labels_of(kind)
    if label in allowed:
        return
    if label not in LABELS:
        fault("labelled:", f"`labelled: {label}` is not one of {', '.join(LABELS)}. Choose one, or take the line out.")
        return
    fault(
        "labelled:",
        f"What is given at `stage: {kind}` can be changed or taken up later, so the program must know whose it is. "
        f"Take this line out. Stages of these kinds can be by agency or unlabelled: {', '.join(kinds_with_labels())}.",
    )


def check_conversation(file, kind, labelled, faults):
    """A conversation has parts of a few kinds, and its words carry the position: there is only one person to be."""
    text = file.read_text(encoding="utf-8")
    if kind not in IN_CONVERSATION:
        remedy = f"`stage: {kind}` has no place in a conversation. Choose one of: {', '.join(IN_CONVERSATION)}."
        faults.append(Fault(file, _line_of(text, "stage:"), remedy))
    if labelled != LABELS[0]:
        remedy = "Words in a conversation carry the position: there is only one person to be. Take this line out."
        faults.append(Fault(file, _line_of(text, "labelled:"), remedy))


def _checked_questions(matter, fault):
    questions = matter.get("questions") or []
    if not isinstance(questions, list) or not all(isinstance(question, dict) for question in questions):
        fault("questions:", "Write `questions:` as a list; each begins with `- key:`.")
        return []
    for question in questions:
        at = f"key: {question.get('key')}"
        if not question.get("key") or not str(question.get("ask") or "").strip():
            fault(at, "Each question needs a `key:` and an `ask:`.")
        if unknown := set(question) - QUESTION_PARTS:
            odd = sorted(unknown)[0]
            fault(f"{odd}:", f"A question has no `{odd}:`. It has key, ask, hint, choices.")
        if not isinstance(question.get("choices") or {}, dict):
            fault(at, "Write `choices:` as lines of `key: label`.")
    return questions


def _question(given):
    choices = {str(key): str(label) for key, label in (given.get("choices") or {}).items()}
    ask, hint = str(given["ask"]).strip(), str(given.get("hint") or "").strip()
    return {"key": str(given["key"]), "ask": ask, "hint": hint, "choices": choices}


def _headline(words):
    """The wall's first heading as plain text, and the rest as HTML."""
    first, _, rest = words.partition("\n")
    return (first.lstrip("# ").strip(), render(rest)) if first.startswith("#") else ("", render(words))


def _sections(file, text, faults):
    parts = re.split(r"^# (.+)$", frontmatter.parse(text)[1], flags=re.MULTILINE)
    found = {name.strip(): words.strip() for name, words in zip(parts[1::2], parts[2::2], strict=True)}
    for name in SECTIONS:
        if name not in found:
            faults.append(Fault(file, text.count("\n") + 1, f"The section `# {name}` is missing. Add it."))
    for name in found.keys() - set(SECTIONS):
        remedy = f"`# {name}` is not a section. Use {', '.join(SECTIONS)}."
        faults.append(Fault(file, _line_of(text, f"# {name}"), remedy))
    headings = [heading for heading, _ in _notes(found.get("Facilitator", ""))]
    for name in NOTES if "Facilitator" in found else ():
        if name not in headings:
            faults.append(Fault(file, _line_of(text, "# Facilitator"), f"The facilitator's notes need `## {name}`."))
    return found


def _notes(text):
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return [(heading.strip(), words.strip()) for heading, words in zip(parts[1::2], parts[2::2], strict=True)]


def _line_of(text, beginning):
    """The first line that begins so (list dashes aside), counted from 1; 1 when there is none."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip().lstrip("- ").startswith(beginning):
            return number
    return 1
