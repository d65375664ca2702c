"""What holds values together in a case file: a list, keys of one form, a record with known keys.

Like the single values in case.form, each reads one node and gives its value, or tells the walk what is wrong.
"""

from dataclasses import MISSING, dataclass, field, fields

import yaml

from facilitator.narrative.case.form import EMPTY


@dataclass(frozen=True)
class ListOf:
    """A list, in which every item has the same form. least: how many there must be. distinct: no item twice."""

    item: object
    least: int = 0
    distinct: bool = False

    def read(self, node, walk):
        if not isinstance(node, yaml.SequenceNode):
            return walk.fault(node, "A list belongs here: lines that begin with “- ”, or items between [ and ].")
        if len(node.value) < self.least:
            return walk.fault(node, f"At least {self.least} belongs in this list.")
        if self.distinct:
            walk.check_distinct(node)
        return tuple(self.item.read(item, walk) for item in node.value)


@dataclass(frozen=True)
class MapOf:
    """Keys of one form with values of another."""

    key: object
    value: object

    def read(self, node, walk):
        pairs = walk.pairs(node)
        return {self.key.read(key, walk): self.value.read(value, walk) for key, value in pairs or ()}


@dataclass(frozen=True)
class Record:
    """A group of lines with known keys: those of a dataclass whose fields were made with `part`.

    A field without a default must be there. Those with one may be missing or empty.
    """

    of: type

    def read(self, node, walk):
        pairs = walk.pairs(node)
        if pairs is None:
            return None
        forms = {one.name: one for one in fields(self.of)}
        walk.expect({key.value: key for key, _ in pairs}, forms, [name for name in forms if needed(forms[name])], node)
        found = {
            key.value: forms[key.value].metadata["form"].read(value, walk)
            for key, value in pairs
            if key.value in forms and (value.tag != EMPTY or needed(forms[key.value]))
        }
        if walk.faults:
            return None
        made = self.of(**found)
        if wrong := getattr(made, "wrong", None):
            walk.fault(node, wrong)
        return made


def part(form, **default):
    """A field of a dataclass that a Record reads with this form; without a default it must be in the file."""
    return field(metadata={"form": form}, **default)


def needed(one):
    return one.default is MISSING and one.default_factory is MISSING
