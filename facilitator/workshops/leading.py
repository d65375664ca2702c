"""Who leads with whom: which devices have a leader's or helper's pass, and what each is doing now, in words.

What somebody is doing is about this minute and is kept in memory only. Nothing is ever noted about participants.
"""

import time
from dataclasses import dataclass

from flask import current_app, request
from sqlalchemy import or_, select

from facilitator.access.acting import acting
from facilitator.access.actions import end_pass, log
from facilitator.access.matrix import F, P, W
from facilitator.access.models import Pass
from facilitator.db import db
from facilitator.live import presence
from facilitator.live.rooms import came_with
from facilitator.refusal import NotFound, Refused

LASTS = 60  # seconds for which what somebody did last is still what they are doing

DOING = {
    "workshops.write_note": "writing a note",
    "workshops.people": "looking at who is here",
    "perspectives.setting_aside": "setting words aside",
    "perspectives.held": "reading words that came late",
    "reports.page": "at the report",
}
AT_THE = {
    "patterns": "at the patterns",
    "episodes": "at the episodes",
    "findings": "at the desk",
    "reviews": "preparing the review",
}


def doing():
    """Id of a pass → (words, when)."""
    return current_app.extensions.setdefault("doing", {})


@dataclass(frozen=True)
class Device:
    """One device that leads, helps or shows the wall. held: its pass. name: its role, numbered where there are more."""

    held: Pass
    name: str
    doing: str
    is_this: bool
    is_here: bool

    @property
    def can_be_ended(self):
        return not self.is_this


def look(response):
    """After every answer: remember what a facilitator or helper asked for, and tell the others when it is new."""
    one = acting()
    if one and one.role not in (P, W) and response.status_code < 400 and (words := words_of(request)):
        before = doing_now(one)
        doing()[one.id] = words, time.monotonic()
        if words != before:
            for workshop_id in {place for holder, place in came_with().values() if holder == one.id}:
                presence.tell(workshop_id)
    return response


def words_of(asked):
    """What asking for this means somebody is doing, or None when it says nothing."""
    if seat := asked.args.get("seat") or asked.form.get("seat"):
        return f"typing for seat {seat}" if seat.isdecimal() else None
    return DOING.get(asked.endpoint) or AT_THE.get(asked.blueprint)


def doing_now(one):
    words, at = doing().get(one.id, ("", 0.0))
    return words if time.monotonic() - at < LASTS else ""


def devices(workshop):
    """Every device that leads or helps here: helpers until their pass ends, facilitators while they are connected."""
    here = {holder for holder, place in came_with().values() if place == workshop.id}
    mine = acting()
    found = select(Pass).filter_by(ended_at=None).where(Pass.role != P)
    found = found.where(or_(Pass.workshop_id == workshop.id, Pass.workshop_id.is_(None)))
    counted, shown = {}, []
    for one in db.session.scalars(found.order_by(Pass.id)):
        is_this = mine is not None and one.id == mine.id
        if one.role == F and one.id not in here and not is_this:
            continue
        number = counted[one.role] = counted.get(one.role, 0) + 1
        name = one.role.capitalize() + (f" {number}" if number > 1 else "")
        shown.append(Device(one, name, words_for(one, one.id in here), is_this, one.id in here))
    return shown


def words_for(one, is_here):
    if one.role == W:
        return "showing the wall" if is_here else "not connected"
    return doing_now(one) or ("at the console" if is_here else "not connected")


def revoke(workshop, pass_id, own):
    """End one device's pass. Refused for one's own, and for a pass that is not of this workshop. Twice is once."""
    one = db.session.get(Pass, pass_id)
    if one is None or one.role == P or one.workshop_id not in (None, workshop.id):
        raise NotFound("There is no such device here. Please load the page again.")
    if one.id == own.id:
        raise Refused("That is this device. Use “Sign out” instead.")
    if one.ended_at is None:
        end_pass(one)
        log(workshop.review, "pass ended", ended=one.role)


def sign_out_others(review, own):
    """End every facilitator's pass but this one: a laptop or phone that was lost can do nothing any more."""
    found = select(Pass).filter_by(role=F, ended_at=None).where(Pass.id != own.id)
    ended = [end_pass(one) for one in db.session.scalars(found)]
    if ended:
        log(review, "other facilitators signed out", devices=len(ended))
