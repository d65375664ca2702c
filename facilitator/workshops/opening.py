"""Opening a workshop, closing it for now, and opening it again on another day."""

import secrets

from sqlalchemy import select

from facilitator.access.actions import log
from facilitator.access.opening import ALPHABET
from facilitator.copies.wishes import copy_after_this
from facilitator.db import db, new_key, now
from facilitator.live.announcements import announce
from facilitator.live.leaving import let_phones_go
from facilitator.refusal import Refused
from facilitator.workshops import last_words, tally
from facilitator.workshops.actions import end_visits, open_what_came_late
from facilitator.workshops.models import Visit, Workshop


def open_workshop(review, script, title="", key=None):
    """A new workshop of a review, at the first stage of a script. Refused while the review has no agency.

    key: made by the page it was asked for from, where there is one.
    """
    if not review.agencies:
        raise Refused("Name at least one agency first, so that people can say where they belong.")
    workshop = Workshop(
        key=key or new_key(),
        review=review,
        title=title.strip() or script.name,
        script=script.slug,
        code=new_code(),
        join_token=new_key(),
        stage=script.stages[0].slug,
    )
    db.session.add(workshop)
    db.session.flush()
    db.session.add(Visit(workshop_id=workshop.id, stage=workshop.stage))
    log(review, "workshop opened", workshop=workshop.key, script=script.slug)
    return workshop


def new_code():
    """Six signs without look-alikes that no other workshop has."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(6))
        if db.session.scalar(select(Workshop.id).filter_by(code=code)) is None:
            return code


def close_workshop(workshop, by=None):
    """End the workshop for now. Everything stays, and it can be opened again on another day."""
    if workshop.is_open:
        end_visits(workshop)
        workshop.closed_at = now()
        last_words.forget(workshop)
        open_what_came_late(workshop)
        tally.forget(workshop)
        workshop.clock_ends_at = None
        log(workshop.review, "workshop closed", role=by, workshop=workshop.key)
        announce(workshop, "stage-changed")
        let_phones_go(workshop)
        copy_after_this()


def reopen_workshop(workshop, by=None):
    """Go on where the group stopped, with the same code."""
    if not workshop.is_open:
        workshop.closed_at = None
        db.session.add(Visit(workshop_id=workshop.id, stage=workshop.stage, episode_id=workshop.episode_id))
        log(workshop.review, "workshop reopened", role=by, workshop=workshop.key)
        announce(workshop, "stage-changed")
