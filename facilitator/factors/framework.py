"""The framework of contributory factors: which types there are, at which level, with which items. (method.md, 8)"""

from flask import current_app

from facilitator.factors.framework_file import LEVELS, read_framework

__all__ = ["LEVELS", "fault", "framework", "is_own_words", "level_of"]


def framework():
    """The groups of the framework in their order: key → FactorType.

    A facilitator's own factors.yaml in the data folder wins over ours, unless there is a mistake in it.
    """
    config = current_app.extensions["config"]
    return read(config.data)[0] or read(config.prompts)[0]


def fault():
    """What is wrong with the facilitator's own factors.yaml, as a sentence with file, line and remedy; or None."""
    return read(current_app.extensions["config"].data)[1]


def read(folder):
    """The framework in a folder and what is wrong with it; two times None when the folder holds none."""
    file = folder / "factors.yaml"
    return read_framework(file, file.stat().st_mtime_ns) if file.is_file() else (None, None)


def level_of(factor):
    """The level a factor of a review stands at; `other` for a type the framework does not know."""
    known = framework().get(factor.type)
    return known.level if known else "other"


def is_own_words(factor):
    """Whether somebody in the room named it, rather than the framework."""
    known = framework().get(factor.type)
    return known is None or factor.item not in known.items
