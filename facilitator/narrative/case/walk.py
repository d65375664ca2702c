"""The walk through a case file: what was wrong and in which line, which keys there are, which were referred to."""

from dataclasses import dataclass, field
from difflib import get_close_matches

import yaml


@dataclass
class Walk:
    """What is remembered while the file is read from top to bottom.

    faults: pairs of line and remedy. names: kind → key → line. references: (kind, key, node), checked at the end,
    because a key may stand further down than the reference to it.
    """

    faults: list = field(default_factory=list)
    names: dict = field(default_factory=dict)
    references: list = field(default_factory=list)

    def fault(self, node, remedy):
        self.faults.append((line_of(node), remedy))

    def name(self, kind, key, node):
        """Remember a key. Says whether it was new."""
        known = self.names.setdefault(kind, {})
        if key in known:
            self.fault(node, f"The {kind} `{node.value[:60]}` is in line {known[key]} already. Give this one another.")
            return False
        known[key] = line_of(node)
        return True

    def refer(self, kind, key, node):
        self.references.append((kind, key, node))

    def pairs(self, node):
        """The keys and values of a group of lines, or None when it is none."""
        if not isinstance(node, yaml.MappingNode):
            return self.fault(node, "A group of lines like `key: value` belongs here.")
        seen = {}
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                return self.fault(key, "A key must be a word. Check the brackets in this line.")
            if key.value in seen:
                self.fault(key, f"`{key.value[:40]}` is in line {seen[key.value]} already. Take one of them out.")
            seen.setdefault(key.value, line_of(key))
        return node.value

    def expect(self, given, known, needed, node):
        """Fault keys that are not known, and keys that are needed but not given."""
        for key, at in given.items():
            if key not in known:
                self.fault(at, f"`{key[:40]}` is not known here. {meant(key, known)}")
        missing = [f"`{name}`" for name in needed if name not in given]
        if missing:
            self.fault(node, f"{' and '.join(missing)} missing here. Add what is missing to this group of lines.")

    def check_distinct(self, node):
        seen = set()
        for item in node.value:
            if isinstance(item, yaml.ScalarNode) and item.value in seen:
                self.fault(item, f"`{item.value[:60]}` stands in this list twice. Take one of them out.")
            seen.add(item.value if isinstance(item, yaml.ScalarNode) else id(item))

    def check_references(self, except_for=None):
        for kind, key, node in self.references:
            known = self.names.get(kind, {})
            if key not in known and kind != except_for:
                self.fault(node, f"There is no {kind} `{key[:80]}` in this file. {meant(key, known)}")


def meant(key, known):
    """A remedy for a mistyped key: the one that looks like it, else what there is."""
    close = get_close_matches(key, known, 1)
    if close:
        return f"Did you mean `{close[0]}`?"
    return f"There is: {', '.join(list(known)[:12])}." if known else "There is none yet."


def line_of(node):
    return node.start_mark.line + 1
