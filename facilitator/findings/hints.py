"""Words pointed out gently at the desk: hindsight, blame, orders that change little. Never changed, never blocked.

The words are in prompts/hints.yaml. (method.md, 2: hindsight control)
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import yaml
from flask import current_app


@dataclass(frozen=True)
class Hint:
    """What to look for, why it is pointed out, and a neutral wording where there is one."""

    looks_for: re.Pattern
    says: str
    perhaps: str = ""


@dataclass(frozen=True)
class Found:
    """A hint that applies, with the words it was found in."""

    words: str
    hint: Hint


def all_hints():
    """Every hint of the file, in its order."""
    file = current_app.extensions["config"].prompts / "hints.yaml"
    return read(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def read(file, stamp):
    """stamp: when the file was last changed, so that a change is read at once and nothing is read twice."""
    listed = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [Hint(pattern_for(one["words"]), one["says"], one.get("perhaps", "")) for one in listed]


def pattern_for(words):
    """Whole words, whatever their case; a star at the end stands for any ending."""
    spelt = "|".join(re.escape(one).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for one in words)
    return re.compile(rf"\b(?:{spelt})\b", re.IGNORECASE)


def find_hints(text):
    """The hints that apply to a text, each once, in the order of the file."""
    return [Found(match[0], hint) for hint in all_hints() if (match := hint.looks_for.search(text))]


def underline(html):
    """A piece of HTML without tags, its doubtful words in spans that are underlined."""
    any_of = re.compile("|".join(hint.looks_for.pattern for hint in all_hints()), re.IGNORECASE)
    return any_of.sub(lambda found: f'<span class="doubt">{found[0]}</span>', html)
