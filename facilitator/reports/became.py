"""Whether somebody's words will be in the report, for themselves."""

from facilitator.refusal import Refused
from facilitator.reports.standing import PRIVATE, SET_ASIDE, STANDS, Standing

PRINTED = "As it stands it will be in the report, word for word, under your position and never your name."
NAMES = (
    "It holds something that could tell who somebody is. The report cannot be given out before that is mended or "
    "looked at. You can correct it."
)
NOT_REVEALED = "It has not been revealed to the room yet. Unless it is, its words will not be in the report."


def tell(workshop, statements):
    standing = Standing(workshop.review)
    return {one: sentences(one, standing) for one in statements}


def sentences(statement, standing):
    status = standing.of(statement)
    if status is STANDS and could_tell_who(standing, statement):
        return [NAMES]
    if status is SET_ASIDE:
        return [f"It was set aside, and counts for nothing: “{statement.set_aside.reason}” The report says so too."]
    return {STANDS: [PRINTED], PRIVATE: [NOT_REVEALED]}.get(status, [])


def could_tell_who(standing, statement):
    """When the closed names cannot be read, nothing is said: a phone goes on."""
    try:
        return bool(standing.looking.at(statement.text))
    except Refused:
        return False
