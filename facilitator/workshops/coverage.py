"""The page “Heard so far”: for facilitators, over the whole workshop, without a word of content."""

from flask import render_template

from facilitator.workshops.door import find_workshop
from facilitator.workshops.heard_so_far import HeardSoFar
from facilitator.workshops.routes import bp


@bp.get("/w/<code>/heard")
def heard_so_far(code):
    workshop = find_workshop(code, may="lead the workshop")
    return render_template("workshops/heard_so_far.html", workshop=workshop, so_far=HeardSoFar(workshop))
