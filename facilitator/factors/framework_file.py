"""Reading and checking a factors.yaml. prompts/factors.yaml shows its form."""

from dataclasses import dataclass
from functools import lru_cache

from facilitator.hints.files import Faulty, checked, in_lines

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


@lru_cache(maxsize=8)
def read_framework(file, changed_at):
    """A factors.yaml as (key → FactorType, None), or (None, a sentence with file, line and remedy).

    changed_at: when the file was last changed, so that it is read again after each change.
    """
    return checked(file, read_types)


def read_types(text):
    """The types by key, in the order of the file."""
    types = {}
    for line, one in in_lines(text, "type of factor"):
        found = read_type(one, line)
        if found.key in types:
            raise Faulty(line, f"There are two types with the key “{found.key}”. Rename one.")
        types[found.key] = found
    if "other" not in types:
        raise Faulty(1, "Keep the type with the key “other”: it takes what people name in their own words.")
    return types


def read_type(given, line):
    given = given if isinstance(given, dict) else {}
    for name, longest in (("key", 40), ("name", 200)):
        if not isinstance(given.get(name), str) or not 0 < len(given[name]) <= longest:
            raise Faulty(line, f"Give this type a `{name}:` of at most {longest} signs.")
    if ":" in given["key"]:
        raise Faulty(line, "A key is one plain word, without a colon.")
    if given.get("level") not in LEVELS:
        raise Faulty(line, f"Give “{given['key']}” a `level:`, one of {', '.join(LEVELS)}.")
    return FactorType(given["key"], given["level"], given["name"], read_items(given, line))


def read_items(given, line):
    items = given.get("items") or []
    for item in items if isinstance(items, list) else [None]:
        text = item.get("text") if isinstance(item, dict) else None
        if not isinstance(text, str) or not 0 < len(text) <= 300 or not isinstance(item.get("published"), bool):
            form = "has the form {text: …, published: true}, or false, with a text of at most 300 signs."
            raise Faulty(line, f"Each item of “{given['key']}” {form}")
    return {item["text"]: item["published"] for item in items}
