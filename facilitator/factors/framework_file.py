"""Reading and checking a factors.yaml. prompts/factors.yaml shows its form."""

from dataclasses import dataclass, field, replace
from functools import lru_cache

from facilitator.hints.files import Faulty, checked, in_lines

LEVELS = {
    "front-line": "Front line",
    "local-strategic": "Local strategic",
    "national": "National",
    "other": "In other words",
}
LAYERS = {
    "task": "Family and task",
    "team": "Team",
    "agency": "Agency",
    "between": "Between agencies",
    "national": "National",
    "other": "In other words",
}
# Where a group without a `layer:` belongs: by its key if it is one of these, else by its level.
LAYER_OF_KEY = {"own-team": "team", "inter-agency": "between"}
LAYER_OF_LEVEL = {"front-line": "task", "local-strategic": "agency", "national": "national", "other": "other"}


@dataclass(frozen=True)
class FactorType:
    """One group of the framework. items: text → whether it is from the published framework.

    layer: where its items belong, and what people name under it in their own words. apart: text → layer, of the items
    that belong elsewhere. left_out: items that the phones of a review do not offer.
    """

    key: str
    level: str
    name: str
    items: dict
    layer: str
    apart: dict = field(default_factory=dict)
    left_out: frozenset = frozenset()

    def layer_of(self, item):
        return self.apart.get(item, self.layer)

    @property
    def offered(self):
        return [item for item in self.items if item not in self.left_out]

    def changed_by(self, changes):
        """As one review has it. changes: item → whether its phones offer it; what is no item yet becomes one."""
        added = dict.fromkeys((item for item in changes if item not in self.items), False)
        left_out = frozenset(item for item, is_offered in changes.items() if not is_offered)
        return replace(self, items=self.items | added, left_out=left_out)


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
            raise Faulty(line, f"Give this type a `{name}:` of at most {longest} characters.")
    if ":" in given["key"]:
        raise Faulty(line, "A key is one plain word, without a colon.")
    if given.get("level") not in LEVELS:
        raise Faulty(line, f"Give “{given['key']}” a `level:`, one of {', '.join(LEVELS)}.")
    names = given["key"], given["level"], given["name"]
    return FactorType(*names, read_items(given, line), read_layer(given, line), read_apart(given, line))


def read_layer(given, line):
    """The layer of a group: what it says, else what follows from its key and level, so that older files still read."""
    follows = LAYER_OF_KEY.get(given["key"]) if given["level"] == "front-line" else None
    return known_layer(given.get("layer", follows or LAYER_OF_LEVEL[given["level"]]), given, line)


def read_apart(given, line):
    items = [item for item in given.get("items") or [] if "layer" in item]
    return {item["text"]: known_layer(item["layer"], given, line) for item in items}


def known_layer(layer, given, line):
    if not isinstance(layer, str) or layer not in LAYERS:
        raise Faulty(
            line, f"“{given['key']}” has an unknown `layer:`. Use one of {', '.join(LAYERS)}, or leave it out."
        )
    return layer


def read_items(given, line):
    items = given.get("items") or []
    for item in items if isinstance(items, list) else [None]:
        text = item.get("text") if isinstance(item, dict) else None
        if not isinstance(text, str) or not 0 < len(text) <= 300 or not isinstance(item.get("published"), bool):
            form = "has the form {text: …, published: true}, or false, with a text of at most 300 characters."
            raise Faulty(line, f"Each item of “{given['key']}” {form}")
    return {item["text"]: item["published"] for item in items}
