"""The address of the lists, for pages that look through what is typed by themselves. No name of a case is in them."""

from flask import jsonify

from facilitator.hints import shapes, wordings
from facilitator.workshops.door import find_workshop
from facilitator.workshops.routes import bp


@bp.get("/w/<code>/hints.json")
def hint_lists(code):
    """What to look for, in the order in which it counts. `once`: one of a kind is enough to be pointed out."""
    find_workshop(code, may="hear of changes")
    return jsonify([*map(shape, shapes.lists().kinds), *map(wording, wordings.all_hints())])


def shape(kind):
    own = {"check": kind.check, "says": kind.says, "perhaps": kind.perhaps}
    return {"pattern": kind.pattern, "anyCase": kind.any_case, "once": False, **own}


def wording(hint):
    perhaps = f"Perhaps: “{hint.perhaps}”" if hint.perhaps else ""
    own = {"check": "", "says": hint.says, "perhaps": perhaps}
    return {"pattern": hint.looks_for.pattern, "anyCase": True, "once": True, **own}
