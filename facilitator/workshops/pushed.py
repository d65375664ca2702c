"""What is the same for every phone and therefore travels with the nudge, rendered once."""

from flask import current_app

from facilitator.db import db
from facilitator.workshops.models import Workshop
from facilitator.workshops.room import Room


def now_for_phones(workshop):
    """Where the group is, as HTML: the stage, its episode, the clock. It knows no request and nobody's rights."""
    return current_app.jinja_env.get_template("workshops/_now.html").render(room=Room.of(workshop))


def counted_in_words(workshop_id):
    """How many of those present have answered, in words that name nobody; empty where nothing is asked."""
    return Room.of(db.session.get(Workshop, workshop_id)).band_in_words


def is_hushed(workshop_id):
    """Whether the group is at a step where nobody is told who types: words there do not carry a position."""
    workshop = db.session.get(Workshop, workshop_id)
    return workshop is not None and Room.of(workshop).is_authorless
