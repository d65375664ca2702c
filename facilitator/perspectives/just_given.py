"""What was given in this very request: for words without an author, the only moment to tell their giver anything."""

from flask import has_request_context, request

PLACE = "facilitator.just_given"


def remember_given(statement):
    if has_request_context():
        request.environ.setdefault(PLACE, []).append(statement)


def just_given():
    """The statements given in this request, and none of anybody else's."""
    return request.environ.get(PLACE, []) if has_request_context() else []
