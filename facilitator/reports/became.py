"""Whether somebody's words will be in the report, for themselves."""

from facilitator.reports.standing import PRIVATE, SET_ASIDE, STANDS, Standing

PRINTED = "As it stands it will be in the report, word for word, under your position and never your name."
NOT_REVEALED = "It has not been revealed to the room yet. Unless it is, its words will not be in the report."


def tell(workshop, statements):
    standing = Standing(workshop.review)
    return {one: sentences(one, standing.of(one)) for one in statements}


def sentences(statement, status):
    if status is SET_ASIDE:
        return [f"It was set aside, and counts for nothing: “{statement.set_aside.reason}” The report says so too."]
    return {STANDS: [PRINTED], PRIVATE: [NOT_REVEALED]}.get(status, [])
