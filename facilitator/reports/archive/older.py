"""Archives of an older version are read too: what they could not hold yet gets what it has without being said."""

from copy import deepcopy

from facilitator.reports.archive.shape import ARRAYS, FORMAT, REVIEW, VERSION

OLDEST = 1
# What older archives may lack, by the name of the part it stands in. Anything else that is missing is a fault.
LATER = {
    "archive": "slips differences colleagues merges offers marks marks_reveals settled_factors",
    "review": "setting settled_orders sign_offs holds",
    "workshops": "curtains labellings opened_although",
    "factors": "offered",
    "visits": "clock_ends_at",
    "participants": "removed_at",
    "episodes": "tellings",
    "slips": "beside",
    "statements": "labelled agency held_back_at correction_asked_at in_group",
    "colleagues": "shown shown_at",
    "appraisals": "shown shown_at",
    "usual": "shown shown_at",
    "findings": "scope sureness board_answers",
    "paragraphs": "comments",
    "tests": "shown shown_at",
}
# What had been answered then had been shown to the room as it stood, so the picture counts it as it stands.
SHOWN = {"shown": "answer", "shown_at": "given_at"}


def in_todays_shape(archive):
    """The archive as one of today's version. What is of no version known is handed on as it is, to be refused.

    archive: any thing that JSON can hold; it is not changed.
    """
    if not is_older(archive):
        return archive
    archive = deepcopy(archive) | {"version": VERSION}
    for name in LATER["archive"].split():
        archive.setdefault(name, [])
    for part in (REVIEW, *ARRAYS):
        fill(part, archive.get(part.name))
    return archive


def is_older(archive):
    if not isinstance(archive, dict) or archive.get("format") != FORMAT:
        return False
    version = archive.get("version")
    return type(version) is int and OLDEST <= version < VERSION


def fill(part, given):
    """Give every thing of a part, and what lies in it, the names that came later."""
    for thing in given if isinstance(given, list) else [given]:
        if not isinstance(thing, dict):
            continue
        for name in LATER.get(part.name, "").split():
            thing.setdefault(name, thing.get(SHOWN[name]) if name in SHOWN else default_of(part, name))
        for inner in part.inside:
            fill(inner, thing.get(inner.name))


def default_of(part, name):
    """What a field has when nothing is said: the default of its column, or nothing. A list is empty."""
    if any(inner.name == name and not inner.one for inner in part.inside):
        return []
    default = None if any(inner.name == name for inner in part.inside) else part.column(name).default
    return default.arg if default is not None and default.is_scalar else None
