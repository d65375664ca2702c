"""Who acts in this request: the pass that the door let through last."""

from flask import has_request_context, request

PLACE = "facilitator.acting"


def remember(one):
    request.environ[PLACE] = one


def acting():
    """The pass that acts in this request, or None outside of one."""
    return request.environ.get(PLACE) if has_request_context() else None


def acting_role():
    """The role that acts; "facilitator" where nobody came through the door (the command line)."""
    one = acting()
    return one.role if one else "facilitator"
