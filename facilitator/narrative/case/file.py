"""Reading a case file: from bytes to a Case, or a refusal that names file, line and remedy."""

import re
from pathlib import Path

import yaml

from facilitator.config import LARGEST_IMPORT
from facilitator.narrative.case.groups import Record
from facilitator.narrative.case.walk import Walk, line_of
from facilitator.narrative.case.whole import Case
from facilitator.refusal import Refused

# The fast reader where there is one. Both only tell what stands where; neither makes objects of it here.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 20
MOST_PIECES = 40_000  # keys, texts and groups; a whole case has about two thousand
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
SCALARS_AND_GROUPS = ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
PLAIN = {None, "!"} | {f"tag:yaml.org,2002:{name}" for name in SCALARS_AND_GROUPS}


class Malformed(Exception):
    """faults: pairs of line and remedy."""

    def __init__(self, faults):
        super().__init__(faults)
        self.faults = sorted(faults)


class MalformedCase(Refused):
    """A case file that cannot be used. faults: a sentence with file, line and remedy for everything wrong, in order."""

    def __init__(self, name, faults):
        self.faults = [f"{name}, line {line}: {remedy}" for line, remedy in faults]
        more = len(faults) - 1
        super().__init__(self.faults[0] + (f" (And {more} more in this file.)" if more else ""))


def read_case(given, name=None):
    """The Case in a file. given: its path, or what it holds as text or bytes. name: what the file is called.

    Refused when it is not there, too large, not UTF-8, not YAML, or not of the form that case.whole describes.
    """
    if isinstance(given, Path):
        given, name = read_bytes(given), name or given.name
    try:
        return walk_through(compose(as_text(given)))
    except Malformed as malformed:
        raise MalformedCase(name or "case file", malformed.faults)


def walk_through(root):
    walk = Walk()
    case = Record(Case).read(root, walk)
    if case:
        walk.names["account"] = accounts_of(case)
    walk.check_references(except_for=None if case else "account")
    if walk.faults:
        raise Malformed(walk.faults)
    return case


def accounts_of(case):
    """What a pattern may rest on: participant.episode.question."""
    return {
        f"{participant}.{episode.key}.{question}"
        for episode in case.episodes
        for participant, answers in episode.accounts.items()
        for question in answers
    }


def read_bytes(path):
    try:
        if path.stat().st_size <= LARGEST_IMPORT:
            return path.read_bytes()
    except OSError as error:
        raise Refused(f"The case file {path} cannot be read: {(error.strerror or 'unknown reason').lower()}.")
    raise Refused(f"The case file {path} is larger than {LARGEST_IMPORT // 2**20} MB. Split it, or shorten it.")


def as_text(given):
    """Bytes as text. Refused when too large, not UTF-8, or with signs that no text holds."""
    if len(given) > LARGEST_IMPORT:
        raise Refused(f"A case file may have at most {LARGEST_IMPORT // 2**20} MB.")
    try:
        text = given if isinstance(given, str) else given.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = given.count(b"\n", 0, error.start) + 1
        raise Malformed([(line, "This is not UTF-8 text. Save the file again with the encoding UTF-8.")])
    if odd := UNPRINTABLE.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        raise Malformed([(line, "There is a control sign in this line. Take it out, or write the line again.")])
    return text


def compose(text):
    """The YAML as nodes that know their lines. Refused when it cannot be read, is too deep, or has aliases or tags."""
    try:
        check_events(text)
        root = yaml.compose(text, Loader)
    except yaml.YAMLError as error:
        raise Malformed([explain(error)])
    if root is None:
        raise Malformed([(1, "This file is empty. The form is in docs/guide.md; start from one of the examples.")])
    return root


def check_events(text):
    """Stop before anything is built: an alias may stand for a million lines, and depth has no end."""
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader)):
        if count > MOST_PIECES:
            raise Malformed([(line_of(event), f"More than {MOST_PIECES:,} pieces are too many. Split the case.")])
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            raise Malformed([(line_of(event), "Aliases (`*name`) are not used here. Write the text out.")])
        if depth > DEEPEST:
            raise Malformed([(line_of(event), "This is nested too deeply. Check the brackets and the indentation.")])
        if getattr(event, "tag", None) not in PLAIN:
            raise Malformed([(line_of(event), f"Tags such as `{event.tag[:40]}` are not used here. Take it out.")])


def explain(error):
    """A YAML error as line and remedy."""
    mark, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    remedy = (
        f"YAML cannot read this: {getattr(error, 'problem', error)}. Check quotes, colons, brackets and indentation"
    )
    if began and began.line + 1 != line:
        remedy += f"; it begins in line {began.line + 1}"
    return line, remedy + "."
