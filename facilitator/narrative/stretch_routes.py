"""The addresses at which who leads chooses the stretch of time that the wall shows."""

from flask import render_template, request

from facilitator.narrative import stretch
from facilitator.narrative.asking import entries_shown
from facilitator.narrative.kinds import dated
from facilitator.narrative.routes import bp
from facilitator.narrative.units import units_of
from facilitator.workshops.console import LEAD, led
from facilitator.workshops.door import find_workshop


@bp.get("/w/<code>/narrative/stretch")
def stretch_page(code):
    workshop = find_workshop(code, may=LEAD)
    times = units_of(entries_shown(workshop.review))
    return render_template("narrative/stretch.html", workshop=workshop, episodes=dated(workshop.review), times=times)


@bp.post("/w/<code>/narrative/stretch")
def show_stretch(code):
    first, last = request.form.get("first", ""), request.form.get("last", "")
    return led(code, lambda room: stretch.show_stretch(room.workshop, first, last))


@bp.post("/w/<code>/narrative/stretch/episode")
def show_episode(code):
    return led(code, lambda room: stretch.show_episode(room.workshop, request.form.get("number", "")))


@bp.post("/w/<code>/narrative/stretch/whole")
def show_whole_case(code):
    return led(code, lambda room: stretch.show_whole_case(room.workshop))


@bp.post("/w/<code>/narrative/stretch/glance")
def show_glance(code):
    return led(code, lambda room: stretch.show_glance(room.workshop))
