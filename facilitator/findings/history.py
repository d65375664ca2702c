"""The history of a paragraph: every accepted text, and what changed from one to the next."""

import re
from difflib import SequenceMatcher

from markupsafe import Markup, escape


def differences(before, after):
    """Safe HTML of the later text, with the words that came in as <ins> and those that went as <del>."""
    old, new = in_words(before), in_words(after)
    pieces = []
    for _, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[i1:i2] == new[j1:j2]:
            pieces.append(escape("".join(new[j1:j2])))
            continue
        pieces += [wrapped("del", old[i1:i2]), wrapped("ins", new[j1:j2])]
    return Markup("").join(pieces)


def in_words(text):
    return re.findall(r"\S+\s*|\s+", text)


def wrapped(tag, words):
    return Markup(f"<{tag}>{escape(''.join(words))}</{tag}>") if words else Markup("")  # nosec # noqa: S704


def steps(paragraph):
    """The versions, the latest first, each with its difference to the version its writer was looking at."""
    texts = {version.version: version.text for version in paragraph.history}
    return [
        (version, differences(texts.get(version.based_on, ""), version.text)) for version in reversed(paragraph.history)
    ]


def crossed(paragraph):
    """The texts that came in while the latest one was being written: both are kept, and the desk shows both."""
    *earlier, latest = paragraph.history
    return [version for version in earlier if version.version > latest.based_on]
