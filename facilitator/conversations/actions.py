"""Beginning a conversation, agreeing to what was read back, taking that back, withdrawing it whole."""

from sqlalchemy import select

from facilitator.access.acting import acting_role
from facilitator.access.actions import log
from facilitator.conversations.asking import agreed_places, giver, newest_of, silences_in, state_of, waits, written_in
from facilitator.copies.wishes import copy_after_this
from facilitator.db import db, now
from facilitator.live.announcements import announce
from facilitator.perspectives.actions import check_key, count_from_now
from facilitator.perspectives.withdrawing import withdraw
from facilitator.refusal import Refused
from facilitator.reviews.actions import add_agency
from facilitator.workshops.actions import open_step
from facilitator.workshops.joining import join, position_for
from facilitator.workshops.models import Reveal, Workshop
from facilitator.workshops.opening import open_workshop
from facilitator.workshops.room import Room

FAMILY = "family"  # what the form sends for somebody of the family
FAMILY_NAME = "Family"


def begin_conversation(review, script, agency, role, key):
    """A conversation with one position, ready to be written. Sending it twice under one key begins one.

    agency: the id of one of the review's agencies, or FAMILY. role: never a name. key: made with the page. Refused
    when one of them is missing.
    """
    check_key(key)
    begun = db.session.scalar(select(Workshop).filter_by(key=key, review_id=review.id))
    if begun:
        return begun
    if not role.strip():
        raise Refused("Please give their role. Their role, never a name.")
    if agency == FAMILY:
        agency = family_of(review).id
    position = position_for(review, agency, None, role)
    workshop = open_workshop(review, script, key=key)
    join(workshop, position, without_phone=True)
    return workshop


def family_of(review):
    """The family stands among the agencies, so that its words have a place of their own. Made on first mention."""
    known = (one for one in review.agencies if one.name.casefold() == FAMILY_NAME.casefold())
    return next(known, None) or add_agency(review, FAMILY_NAME)


def agree(workshop, read, by=None):
    """The person has heard all of it and agrees: from now on it counts. Twice is once. (docs/decisions/0015)

    read: what the page said of itself that was read from (asking.newest_of). Refused when nothing has been written, and
    when something was written since that page was drawn.
    """
    state = state_of(workshop)
    if not state.written:
        raise Refused("Nothing has been written yet, so there is nothing to agree to.")
    if read != newest_of(workshop):
        raise Refused("Something was written since this page was opened. Load it again, and read that out too.")
    if state.is_agreed:
        return
    everything = (*written_in(workshop), *silences_in(workshop))
    agreed = agreed_places(workshop)
    waiting = [one for one in everything if waits(one, agreed)]
    for stage, episode_id in dict.fromkeys((one.stage, one.episode_id) for one in waiting):
        if (stage, episode_id) not in agreed:
            open_step(Room.of(workshop, stage, episode_id), by)
    for one in waiting:
        if getattr(one, "is_held", False):
            count_from_now(one, by)
    log(workshop.review, "conversation agreed", role=by, workshop=workshop.key)
    announce(workshop, "stage-changed")
    copy_after_this()


def take_agreement_back(workshop, by=None):
    """It counts no more until it is agreed again: a slip of the hand, or a second thought. Twice is once."""
    standing = db.session.scalars(select(Reveal).filter_by(workshop_id=workshop.id, undone_at=None)).all()
    for one in standing:
        one.undone_at = now()
    if standing:
        log(workshop.review, "conversation no longer agreed", role=by, workshop=workshop.key)
        announce(workshop, "stage-changed")


def withdraw_conversation(workshop, by=None):
    """Take every word back, at the person's wish. The numbers stay, and so does that there was a conversation."""
    person, written = giver(workshop), written_in(workshop)
    silent = silences_in(workshop)
    for one in written:
        withdraw(one, person)
    for one in silent:
        db.session.delete(one)
    if written or silent:
        log(workshop.review, "conversation withdrawn", role=by or acting_role(), workshop=workshop.key)
        announce(workshop, "stage-changed")
