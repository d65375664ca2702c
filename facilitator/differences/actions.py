"""Marking a difference between accounts, taking the mark back, putting it back. Every act is written into the log."""

from sqlalchemy import func, select

from facilitator.access.acting import acting_role
from facilitator.access.actions import log
from facilitator.db import db, new_key, now
from facilitator.differences.asking import accounts_of
from facilitator.differences.models import KINDS, Difference
from facilitator.live.announcements import announce
from facilitator.perspectives.actions import check_key
from facilitator.refusal import Refused

LONGEST = 300  # signs: the sentence stands on the wall above the accounts


def mark_difference(workshop, episode, kind, sentence, numbers, key=""):
    """Mark that accounts of one episode differ, in what could be known or in how it was seen.

    kind: knowledge or account. sentence: how they differ, in the group's words. numbers: of at least two statements
    about the episode that the room has seen. key: made by the page, so that sending it twice marks once. Refused when
    one of these is missing, or all words are one person's. (method.md, 7)
    """
    check_key(key := key or new_key())
    if earlier := db.session.scalar(select(Difference).filter_by(key=key, review_id=workshop.review_id)):
        return earlier
    marked = [one for one in accounts_of(workshop, episode) if one.number in set(numbers)]
    sentence = check_mark(kind, sentence, marked)
    difference = Difference(
        key=key,
        review=workshop.review,
        number=next_number(workshop.review),
        episode=episode,
        kind=kind,
        sentence=sentence,
        marked_by=acting_role(),
    )
    difference.marked = marked
    db.session.add(difference)
    db.session.flush()
    tell(workshop, difference, "difference marked")
    return difference


def check_mark(kind, sentence, marked):
    """The sentence as it will stand."""
    if len(marked) < 2:
        raise Refused("Tick the words of at least two positions: a difference lies between accounts.")
    if len({one.participant_id or -one.id for one in marked}) < 2:
        raise Refused("These are one person’s words. Tick the words of somebody else as well.")
    if kind not in KINDS:
        raise Refused(
            "Say whether one could not have known what another knew, or whether both knew and saw it otherwise."
        )
    sentence = " ".join(sentence.split())
    if not sentence:
        raise Refused("Say in one sentence how they differ, so that the group can agree to it.")
    if len(sentence) > LONGEST:
        raise Refused(f"That is {len(sentence)} characters; at most {LONGEST} fit above the accounts. Shorten it.")
    return sentence


def take_back(workshop, difference):
    """The mark goes from every screen; it stays on record. Twice is once."""
    if difference.taken_back_at is None:
        difference.taken_back_at = now()
        tell(workshop, difference, "difference taken back")


def put_back(workshop, difference):
    """The mark stands again. Twice is once."""
    if difference.taken_back_at is not None:
        difference.taken_back_at = None
        tell(workshop, difference, "difference put back")


def tell(workshop, difference, act):
    log(workshop.review, act, difference=difference.number, episode=difference.episode.number, stage=workshop.stage)
    announce(workshop, "statements-changed")
    announce(workshop, "acts-changed")


def next_number(review):
    return (db.session.scalar(select(func.max(Difference.number)).filter_by(review_id=review.id)) or 0) + 1
