"""The last acts of those who lead, in words, each with the way to undo it where there is one."""

import json
from dataclasses import dataclass

from flask import url_for
from sqlalchemy import select

from facilitator.access.models import LogLine
from facilitator.db import db

WORDS = {
    "moved": "moved to {place}",
    "move undone": "went back to {place}",
    "revealed": "revealed {place}",
    "hidden again": "hid {place} again",
    "wall blanked": "blanked the wall",
    "wall uncovered": "uncovered the wall",
    "curtain lifted": "lifted the curtain at {place}",
    "curtain let down": "let the curtain down at {place}",
    "difference marked": "marked a difference at {place}",
    "difference taken back": "took a difference back at {place}",
    "groups formed": "formed small groups",
    "groups ended": "ended the small groups",
    "set aside": "set {statement} aside",
    "taken back": "took {statement} back",
    "let in": "let {statement} in",
    "removed": "took seat {seat} off",
    "let back": "let seat {seat} back",
    "helper invited": "made a code for a {helper}",
    "pass ended": "ended the pass of a {ended}",
    "room opened": "opened the room to phones",
    "workshop closed": "closed the workshop",
    "workshop reopened": "opened the workshop again",
}


@dataclass(frozen=True)
class Act:
    """who: the role, with a capital. what: in words. at: when. undo: address of its undoing, or None."""

    who: str
    what: str
    at: object
    undo: str | None


def last_acts(room, count=4):
    """The newest acts of the review's log that the console has words for, newest first."""
    found = select(LogLine).filter_by(review_id=room.review.id).where(LogLine.act.in_(WORDS))
    lines = db.session.scalars(found.order_by(LogLine.id.desc()).limit(count)).all()
    return [act_of(room, line, newest=line is lines[0]) for line in lines]


def act_of(room, line, newest):
    about = json.loads(line.about or "{}")
    what = WORDS[line.act].format(place=place_of(room, about), **known(about))
    return Act(line.role.capitalize(), what, line.at, undo_of(room, line.act, about, newest))


def known(about):
    return {name: about.get(name, "") for name in ("statement", "seat", "helper", "ended")}


def place_of(room, about):
    stage = room.script.stage(about.get("stage", ""))
    name = stage.name if stage else about.get("stage", "")
    return f"{name}, KPE {about['episode']}" if about.get("episode") else name


def undo_of(room, act, about, newest):
    code = room.workshop.code
    if act == "moved" and newest and room.workshop.is_open:
        return url_for("workshops.undo_move", code=code)
    if act == "revealed" and newest and room.reveal is not None:
        return url_for("workshops.hide_again", code=code)
    if act == "curtain lifted" and newest and room.workshop.is_open:
        return url_for("tunnel.lower", code=code)
    if act == "difference marked":
        return url_for("differences.take_back", code=code, number=about["difference"])
    if act == "set aside":
        return url_for("perspectives.take_back", code=code, number=int(about["statement"].removeprefix("S-")))
    if act == "removed":
        return url_for("workshops.let_back", code=code, number=about["seat"])
    return None
