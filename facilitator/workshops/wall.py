"""The wall: what everybody sees."""

from flask import render_template, request

from facilitator.workshops.beside import wall_of
from facilitator.workshops.door import find_workshop
from facilitator.workshops.join_code import has_way_in, join_address, qr_svg
from facilitator.workshops.room import Room
from facilitator.workshops.routes import bp

SHOW = "show the wall"


@bp.get("/w/<code>/wall")
def wall(code):
    room = Room.of(find_workshop(code, may=SHOW))
    return render_template("workshops/wall.html", **picture(room))


@bp.get("/w/<code>/wall/now")
def wall_now(code):
    room = Room.of(find_workshop(code, may=SHOW))
    return render_template("workshops/_wall.html", **picture(room))


def picture(room):
    """What the wall draws. While it is blank nothing else is sent to it."""
    if room.workshop.wall_blanked_at:
        return {"room": room, "workshop": room.workshop, "blank": True}
    return {
        "room": room,
        "workshop": room.workshop,
        "blank": False,
        "way_in": has_way_in(room.workshop, request.host),
        "join_address": join_address(room.workshop, request.host),
        "qr": qr_svg(room.workshop, request.host),
        **wall_of(room),
    }
