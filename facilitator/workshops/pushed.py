"""What is the same for every phone and therefore travels with the nudge, rendered once."""

from functools import cache

from flask import current_app
from sqlalchemy import bindparam

from facilitator.db import db
from facilitator.workshops.lookups import with_steps
from facilitator.workshops.models import Workshop
from facilitator.workshops.room import Room


def now_for_phones(workshop):
    """Where the group is, as HTML: the stage, its episode, the clock. It knows no request and nobody's rights."""
    return current_app.jinja_env.get_template("workshops/_now.html").render(room=Room.of(workshop))


def counted_in_words(workshop_id):
    """How many of those present have answered, in words that name nobody; empty where nothing is asked."""
    return Room.of(find_with_steps(workshop_id)).band_in_words


def is_hushed(workshop_id):
    """Whether the group is at a step where nobody is told who types: words there do not carry a position."""
    workshop = find_with_steps(workshop_id)
    return workshop is not None and Room.of(workshop).is_authorless


def find_with_steps(workshop_id):
    """The workshop and all that its steps are made of, read at once; None when there is none."""
    return db.session.scalars(by_id(), {"workshop": workshop_id}).unique().one_or_none()


@cache
def by_id():
    """The query for that, put together once: it is asked after every change."""
    return with_steps().where(Workshop.id == bindparam("workshop"))
