"""The categories of underlying pattern, as prompts/categories.yaml lists them. A review may add its own there."""

from dataclasses import dataclass
from functools import lru_cache

import yaml

from facilitator.reviews.settings import places_of


@dataclass(frozen=True)
class Category:
    """A place to look for patterns. They overlap. (method.md, 9)"""

    key: str
    name: str
    about: str = ""


def categories(review):
    """Every category by its key, in the order of the file; the review's setting may bring its own file."""
    file = next(file for file in places_of(review, "categories.yaml") if file.is_file())
    return read(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def read(file, stamp):
    """stamp: when the file was last changed, so that a change is read at once and nothing is read twice."""
    listed = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {one["key"]: Category(**one) for one in listed}


def names_of(pattern):
    """The names of a pattern's categories, in the order of the file."""
    return [category.name for key, category in categories(pattern.review).items() if key in pattern.categories]
