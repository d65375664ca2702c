"""The framework of contributory factors, read from prompts/factors.yaml. (method.md, 8)"""

from dataclasses import dataclass
from functools import cache

import yaml
from flask import current_app

LEVELS = {
    "front-line": "Front line",
    "local-strategic": "Local strategic",
    "national": "National",
    "other": "In other words",
}


@dataclass(frozen=True)
class FactorType:
    """One group of the framework. items: text → whether it is from the published framework."""

    key: str
    level: str
    name: str
    items: dict


def framework():
    """The groups of the framework in their order: key → FactorType. A facilitator's own file wins over ours."""
    config = current_app.extensions["config"]
    own = config.data / "factors.yaml"
    return read_framework(own if own.exists() else config.prompts / "factors.yaml")


@cache
def read_framework(file):
    given = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {one["key"]: FactorType(one["key"], one["level"], one["name"], items_of(one)) for one in given}


def items_of(given):
    return {item["text"]: item["published"] for item in given["items"] or []}


def level_of(factor):
    """The level a factor of a review stands at; `other` for a type the framework does not know."""
    known = framework().get(factor.type)
    return known.level if known else "other"
