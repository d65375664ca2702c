"""What is the same for every phone and therefore travels with the nudge, rendered once."""

from flask import render_template

from facilitator.workshops.room import Room


def now_for_phones(workshop):
    """Where the group is, as HTML: the stage, its episode, the clock."""
    return render_template("workshops/_now.html", room=Room.of(workshop))
