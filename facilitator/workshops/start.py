"""The program's own address: on to where this browser has something to do."""

from flask import redirect, url_for

from facilitator.access.door import may, passes
from facilitator.access.matrix import P, W
from facilitator.db import db
from facilitator.workshops.models import Workshop

SCREENS = {P: "workshops.phone", W: "workshops.wall"}


def start():
    """To the reviews; a helper, whose pass opens one workshop, to the console or wall of that; a phone to its stage."""
    held = next((one for one in passes() if one.workshop_id), None)
    if held is None or may("see all reviews"):
        return redirect(url_for("reviews.all_reviews"))
    workshop = db.session.get(Workshop, held.workshop_id)
    return redirect(url_for(SCREENS.get(held.role, "workshops.console"), code=workshop.code))
