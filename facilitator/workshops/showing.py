"""What the wall shows besides the stage: nothing, the way to join, which of several screens."""

from facilitator.access.actions import log
from facilitator.db import now
from facilitator.live.announcements import announce
from facilitator.workshops.beside import wall_of


def blank_wall(workshop, by=None):
    """Cover the wall at once; it stays covered until someone uncovers it."""
    if workshop.wall_blanked_at is None:
        workshop.wall_blanked_at = now()
        log(workshop.review, "wall blanked", role=by)
        announce(workshop, "stage-changed")


def uncover_wall(workshop, by=None):
    if workshop.wall_blanked_at is not None:
        workshop.wall_blanked_at = None
        log(workshop.review, "wall uncovered", role=by)
        announce(workshop, "stage-changed")


def hide_code(workshop):
    if workshop.code_hidden_at is None:
        workshop.code_hidden_at = now()
        announce(workshop, "stage-changed")


def show_code(workshop):
    if workshop.code_hidden_at is not None:
        workshop.code_hidden_at = None
        announce(workshop, "stage-changed")


def turn_page(room, by):
    """Turn the wall on (1) or back (-1) by one screen. At either end it stays, however often it is turned."""
    workshop, last = room.workshop, max(wall_of(room).get("pages", 1), 1) - 1
    page = min(max(0, min(workshop.wall_page, last) + by), last)
    if page != workshop.wall_page:
        workshop.wall_page = page
        announce(workshop, "stage-changed")
