"""Reading a list in YAML, with the line of every mistake and what to do about it. The factors are read so too."""

from pathlib import Path

import yaml
from flask import current_app

LONGEST = 300


class Faulty(Exception):
    """A mistake in a list. The sentence names the line, counted from 1, and the remedy."""

    def __init__(self, line, remedy):
        super().__init__(f"line {line}: {remedy}")


def newest(name, read):
    """What read(text) makes of a list. The facilitator's own in the data folder wins over ours, unless it is faulty."""
    config = current_app.extensions["config"]
    return look(config.data / name, read)[0] or look(config.prompts / name, read)[0]


def fault(name, read):
    """What is wrong with the facilitator's own list, as a sentence with file, line and remedy; or None."""
    return look(current_app.extensions["config"].data / name, read)[1]


def look(file: Path, read):
    """A pair: what was read, and what is wrong. Two times None when there is no such file."""
    if not file.is_file():
        return None, None
    stamp = (file, file.stat().st_mtime_ns, read)
    if stamp not in READ:
        READ.clear() if len(READ) > 20 else None
        READ[stamp] = checked(file, read)
    return READ[stamp]


READ = {}  # file, when it was changed and how it is read → what it held, so that a change is read at once


def checked(file, read):
    try:
        return read(file.read_text(encoding="utf-8")), None
    except (OSError, UnicodeDecodeError):
        return None, f"{file.name} cannot be read. Save it as plain text (UTF-8)."
    except Faulty as mistake:
        return None, f"{file.name}, {mistake}"


def in_lines(text, what="item"):
    """Each thing in a list in YAML as a pair of its line and what it is. Refused when it is no list."""
    try:
        root, given = yaml.compose(text, yaml.SafeLoader), yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise Faulty(mark.line + 1 if mark else 1, "This is not YAML. Look for a missing quote, colon or space.")
    if not isinstance(given, list):
        raise Faulty(1, f"Begin each {what} with a dash, as in the file that came with the program.")
    return [(node.start_mark.line + 1, one) for node, one in zip(root.value, given, strict=True)]


def items(text):
    """Each item of a list as a pair of its line and its mapping. Refused when one is none."""
    found = in_lines(text)
    for line, one in found:
        if not isinstance(one, dict):
            raise Faulty(line, "Give each item its names and values, such as `says: …`.")
    return found


def sentence(item, name, line, needed=True):
    """The text under a name. Refused when it is missing, no text, or too long."""
    text = item.get(name, "" if not needed else None)
    if not isinstance(text, str) or len(text) > LONGEST or (needed and not text.strip()):
        raise Faulty(line, f"Give it `{name}:` with a sentence of at most {LONGEST} characters.")
    return text


def words(item, line, needed=True):
    """The words to look for. Refused when there are none, or one is no text."""
    given = item.get("words", [] if not needed else None)
    fine = isinstance(given, list) and all(isinstance(one, str) and one.strip(" *") and len(one) < 80 for one in given)
    if not fine or (needed and not given):
        remedy = 'Give it `words:` with a list such as ["failed to", "failure to"]; yes, no, on and off in quotes.'
        raise Faulty(line, remedy)
    return tuple(given)
