"""The categories of underlying pattern, as prompts/categories.yaml lists them. A review may add its own there."""

from dataclasses import dataclass
from functools import lru_cache

import yaml
from flask import current_app


@dataclass(frozen=True)
class Category:
    """A place to look for patterns. They overlap. (method.md, 9)"""

    key: str
    name: str
    about: str = ""


def categories():
    """Every category by its key, in the order of the file."""
    file = current_app.extensions["config"].prompts / "categories.yaml"
    return read(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def read(file, stamp):
    """stamp: when the file was last changed, so that a change is read at once and nothing is read twice."""
    listed = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {one["key"]: Category(**one) for one in listed}


def names_of(keys):
    """The names of some categories, in the order of the file."""
    return [category.name for key, category in categories().items() if key in keys]
