"""Choosing the episodes the group studies: numbers, order, good practice. Every act is written into the log."""

from facilitator.access.actions import log
from facilitator.config import LONGEST_WORDS
from facilitator.db import db, now
from facilitator.episodes.actions import forget_title
from facilitator.episodes.asking import chosen, what_rests_on
from facilitator.live.announcements import announce
from facilitator.refusal import Refused


def choose_episode(workshop, episode, good_practice=None):
    """Take a proposal among the episodes the group studies; it becomes the next KPE. Twice is once.

    good_practice: True or False to mark it, None to leave that as it is. Refused when its proposer took it back.
    """
    if episode.number is None:
        if not episode.stands:
            raise Refused("This proposal was taken back or set aside, or it waits among the words that came late.")
        numbers = [one.number for one in chosen(workshop.review)]
        episode.number, episode.chosen_at = max(numbers, default=0) + 1, now()
        log(workshop.review, "episode chosen", episode=episode.number)
        announce(workshop, "episodes-changed")
    if good_practice is not None:
        mark_good_practice(workshop, episode, good_practice)


def mark_good_practice(workshop, episode, is_good):
    if episode.good_practice != is_good:
        episode.good_practice = is_good
        log(workshop.review, "good practice marked" if is_good else "good practice unmarked", episode=episode.number)
        announce(workshop, "episodes-changed")


def undo_choice(workshop, episode):
    """Take an episode out of the set again; those after it move up, unless people have answered about one of them.

    Refused once people have answered about the episode itself. Doing it twice does nothing.
    """
    if episode.number is None:
        return
    if what_rests_on(episode):
        raise Refused(f"People have already answered about {episode.label}, so it stays. You can leave it for last.")
    log(workshop.review, "episode not chosen", episode=episode.number)
    after = [one for one in chosen(workshop.review) if one.number > episode.number]
    first, episode.number, episode.chosen_at = episode.number, None, None
    if episode.statement and episode.last_version.withdrawn_at:
        forget_title(episode)
    if not any(what_rests_on(one) for one in after):
        number(after, first)
    announce(workshop, "episodes-changed")


def put_in_order(workshop, ids):
    """Number the chosen episodes in this order. ids: those of all of them, as text.

    Refused when the set is another one meanwhile, or when an episode people have answered about would be renumbered.
    """
    before = chosen(workshop.review)
    known = {str(episode.id): episode for episode in before}
    if sorted(ids) != sorted(known):
        raise Refused("The set has changed meanwhile. Please look at it again.")
    after = [known[one] for one in ids]
    moved = [episode for episode, other in zip(before, after, strict=True) if episode is not other]
    for episode in moved:
        if what_rests_on(episode):
            raise Refused(f"People have already answered about {episode.label}, so it keeps its number.")
    if moved:
        number(after, 1)
        log(workshop.review, "episodes put in order")
        announce(workshop, "episodes-changed")


def number(episodes, first):
    """Number episodes upwards. In two goes, because at no moment may two have the same number."""
    for episode in episodes:
        episode.number = None
    db.session.flush()
    for place, episode in enumerate(episodes, first):
        episode.number = place


def give_reason_for_no_good_practice(workshop, reason):
    """Why none of the chosen episodes is one of good practice; it is printed in the report. (method.md, 5)"""
    reason = reason.strip()
    if len(reason) > LONGEST_WORDS:
        raise Refused(f"At most {LONGEST_WORDS:,} characters fit here. Please shorten it.")
    if reason != workshop.review.no_good_practice_reason:
        workshop.review.no_good_practice_reason = reason
        log(workshop.review, "no good practice explained" if reason else "no good practice no longer explained")
        announce(workshop, "episodes-changed")
