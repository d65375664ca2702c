"""Checking an archive against its shape before a single row is written. What is wrong is named with its place."""

from facilitator.reports.archive.merges import check_merges
from facilitator.reports.archive.part import target_of
from facilitator.reports.archive.rules import Row, check_count, check_unique, index_keys, resolve
from facilitator.reports.archive.shape import ARRAYS, FORMAT, REVIEW, VERSION, all_parts
from facilitator.reports.archive.values import Wrong, from_json


def checked_rows(archive):
    """The rows an archive stands for, as a mapping of Part to list of Row. Raises Wrong with place and reason."""
    check_frame(archive)
    found = {part: [] for part in all_parts()}
    review = read_thing(REVIEW, archive["review"], "review", None, found)
    for part in ARRAYS:
        read_list(part, archive[part.name], part.name, review, found)
    by_key = index_keys(found)
    for rows in found.values():
        for row in rows:
            resolve(row, by_key)
    for part, rows in found.items():
        check_unique(part, rows)
    check_count(review, found)
    check_merges(found)
    return found


def check_frame(archive):
    if not isinstance(archive, dict) or archive.get("format") != FORMAT:
        raise Wrong("format", f"this is not a review's archive; one begins with the format “{FORMAT}”.")
    if archive.get("version") != VERSION or isinstance(archive["version"], bool):
        raise Wrong("version", f"this program reads versions up to {VERSION}.")
    check_names(archive, ["format", "version", "review", *(part.name for part in ARRAYS)], "the archive")


def check_names(thing, names, place):
    if not isinstance(thing, dict):
        raise Wrong(place, "this must be an object with named parts.")
    for name in names:
        if name not in thing:
            raise Wrong(place, f"“{name}” is missing.")
    for name in thing:
        if name not in names:
            raise Wrong(place, f"“{str(name)[:40]}” is not a part of it.")


def read_list(part, given, place, owner, found):
    if part.one:
        if given is not None:
            read_thing(part, given, place, owner, found)
        return
    if not isinstance(given, list):
        raise Wrong(place, "this must be a list.")
    for number, thing in enumerate(given):
        read_thing(part, thing, f"{place}[{number}]", owner, found)


def read_thing(part, thing, place, owner, found):
    if part.bare:
        thing = {part.fields[0]: thing}
    check_names(thing, [*part.fields, *(inner.name for inner in part.inside)], place)
    row = Row(part, place, owner)
    for name in part.fields:
        row.values[name] = read_field(part, name, thing[name], place if part.bare else f"{place}.{name}")
    found[part].append(row)
    for inner in part.inside:
        read_list(inner, thing[inner.name], f"{place}.{inner.name}", row, found)
    return row


def read_field(part, name, value, place):
    column = part.column(name)
    if target_of(column) is None:
        return from_json(column, value, place, part.choices.get(name))
    if value is not None and not isinstance(value, str):
        raise Wrong(place, "this must be the key of what is meant.")
    if value is None and not column.nullable:
        raise Wrong(place, "this must not be empty.")
    return value
