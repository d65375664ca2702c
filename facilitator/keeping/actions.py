"""Signing off, holding, and deleting for good. The only place that writes them."""

from datetime import timedelta

from sqlalchemy import delete, select

from facilitator.access.acting import acting_role
from facilitator.access.actions import log
from facilitator.access.matrix import C
from facilitator.access.models import LogLine
from facilitator.copies.wishes import renew_copies_after_this
from facilitator.db import db, now
from facilitator.keeping.dates import AFTER_SIGN_OFF, hold_on, proposal_for, sign_off_of
from facilitator.keeping.models import Hold, Purged, PurgeProposal, SignOff
from facilitator.names.actions import forget_names
from facilitator.perspectives.box import destroy_codes
from facilitator.refusal import Refused
from facilitator.reviews.models import Review

LONGEST = timedelta(days=3653)
LONGEST_REASON = 1000  # signs


def sign_off(review, on=None):
    """The review is finished and is deleted on that day, 90 days from now unless another is given. Twice is once.

    The record closes with it: the codes of words without an author are destroyed, and undoing brings none back.

    on: a date. Refused when it has passed or is more than ten years away.
    """
    on = on or (now() + AFTER_SIGN_OFF).date()
    if not now().date() < on <= (now() + LONGEST).date():
        raise Refused("Choose a day that is still to come and at most ten years away.")
    standing = sign_off_of(review)
    if standing and standing.delete_on == on:
        return standing
    if standing:
        standing.undone_at = now()
    signed = SignOff(review=review, by=acting_role(), delete_on=on)
    db.session.add(signed)
    destroy_codes(review)
    log(review, "signed off", delete_on=on.isoformat())
    return signed


def undo_sign_off(review):
    """The review goes on after all."""
    if standing := sign_off_of(review):
        standing.undone_at = now()
        log(review, "sign-off undone")


def hold(review, reason):
    """Keep the review beyond its date until somebody releases it. Refused without a reason."""
    reason = reason.strip()
    if not reason or len(reason) > LONGEST_REASON:
        raise Refused("Please say in a sentence or two why this review must be kept.")
    if hold_on(review) is None:
        db.session.add(Hold(review=review, by=acting_role(), reason=reason))
        log(review, "held")


def release(review):
    if standing := hold_on(review):
        standing.released_at = now()
        log(review, "released")


def propose_purge(review, by):
    """Ask for the review to be deleted now. by: the pass that asks. Refused while it is held. Twice is once."""
    refuse_while_held(review)
    if proposal_for(review) is None:
        db.session.add(PurgeProposal(review=review, pass_id=by.id))
        log(review, "deletion proposed")


def take_back_proposal(review):
    if proposal := proposal_for(review):
        proposal.taken_back_at = now()
        log(review, "deletion taken back")


def agree_to_purge(review, by):
    """The second person agrees, and the review is deleted. by: their pass, a co-facilitator's.

    Refused when nobody proposed it, to a facilitator, who proposes, or while it is held.
    """
    refuse_while_held(review)
    proposal = proposal_for(review)
    if proposal is None:
        raise Refused("Nobody has proposed to delete this review.")
    # Whoever has the passphrase can sign in twice, so another facilitator's pass would prove no second person.
    if by.role != C:
        raise Refused("A second person must agree, on a device of their own. Pair a co-facilitator’s first.")
    purge(review, "by two people", f"facilitator and {by.role}")


def refuse_while_held(review):
    if hold_on(review):
        raise Refused("This review is held. Release it first.")


def purge(review, how, by):
    """Delete a review with everything in it. Only its key and how it went are kept. (trust.md, 4: privacy)

    The rows are written over as they go (secure_delete). What is left in the write-ahead log goes with keeping.tidying,
    which the caller asks after the commit; the copies are renewed then.
    """
    ending = db.session.scalar(select(LogLine.hash).filter_by(review_id=review.id).order_by(LogLine.id.desc()).limit(1))
    db.session.add(Purged(review_key=review.key, how=how, by=by, log_ending=ending or ""))
    key = review.key
    db.session.flush()
    db.session.expunge_all()
    # The database itself takes everything along that hangs on the review.
    db.session.execute(delete(Review).where(Review.key == key))
    forget_names(key)
    renew_copies_after_this()
