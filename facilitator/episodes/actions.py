"""Proposing a turning point, supporting it, choosing the episodes. The only place that writes them."""

from sqlalchemy import select

from facilitator.access.actions import log
from facilitator.config import LONGEST_TITLE
from facilitator.db import db
from facilitator.episodes.asking import chosen, what_rests_on
from facilitator.episodes.models import KINDS, Episode, Support
from facilitator.live.announcements import announce
from facilitator.narrative.models import Entry
from facilitator.perspectives.actions import give_statement
from facilitator.perspectives.models import Statement
from facilitator.refusal import Refused


def propose_episode(workshop, title, when="", kind="sequence", entries=(), statement=None, **more):
    """Put a turning point before the group. (method.md, 5)

    title: neutral, at most 200 signs. when: a date or a few words. kind: action, omission or sequence. entries: numbers
    of narrative entries. statement: why it mattered, in the proposer's words. Refused when blank or too long.
    """
    title = check_proposal(title, when, kind)
    about = entries_numbered(workshop.review, entries)
    episode = Episode(review=workshop.review, title=title, when=when.strip(), kind=kind, statement=statement, **more)
    db.session.add(episode)
    episode.entries = about
    db.session.flush()
    announce(workshop, "episodes-changed")
    return episode


def check_proposal(title, when, kind):
    """The title as it will stand. Refused when it, the date or the kind will not do."""
    title = " ".join(title.split())
    if not title:
        raise Refused("Give it a few words, so the group can recognise it.")
    if len(title) > LONGEST_TITLE or len(when) > 80:
        raise Refused("That is too long for a title or a date. A few words are enough; the rest belongs under “why”.")
    if kind not in KINDS:
        raise Refused("Choose whether it was an action, an omission or a sequence.")
    return title


def propose_on_phone(participant, room, title, why, key, **more):
    """A participant's proposal: its reason is a statement, and sending it twice proposes it once."""
    earlier = db.session.scalar(select(Episode).join(Episode.statement).where(Statement.key == key))
    check_proposal(title, more.get("when", ""), more.get("kind", "sequence"))
    statement = give_statement(participant, room, "why", why, key, announcing="episodes-changed")
    if earlier:
        return earlier
    return propose_episode(room.workshop, title, statement=statement, position=participant.position, **more)


def entries_numbered(review, numbers):
    wanted = [int(number) for number in numbers if str(number).isdigit()]
    found = select(Entry).filter_by(review_id=review.id).where(Entry.number.in_(wanted))
    return list(db.session.scalars(found))


def support(participant, episode):
    """Wish that an episode be studied. Doing it twice does nothing."""
    if support_of(participant, episode) is None:
        episode.supports.append(Support(participant_id=participant.id))
        announce(participant.workshop, "episodes-changed")


def withdraw_support(participant, episode):
    standing = support_of(participant, episode)
    if standing is not None:
        episode.supports.remove(standing)
        announce(participant.workshop, "episodes-changed")


def support_of(participant, episode):
    return next((one for one in episode.supports if one.participant_id == participant.id), None)


def choose_episode(workshop, episode, good_practice=False):
    """Take a proposal among the episodes the group studies; it becomes the next KPE. Twice is once."""
    if episode.number is None:
        numbers = [one.number for one in chosen(workshop.review)]
        episode.number = max(numbers, default=0) + 1
        log(workshop.review, "episode chosen", episode=episode.number)
        announce(workshop, "episodes-changed")
    if episode.good_practice != good_practice:
        mark_good_practice(workshop, episode, good_practice)


def mark_good_practice(workshop, episode, is_good):
    episode.good_practice = is_good
    announce(workshop, "episodes-changed")


def undo_choice(workshop, episode):
    """Take an episode out of the set again. Refused once people have given something about it."""
    if episode.number is None:
        return
    if what_rests_on(episode):
        raise Refused(f"People have already answered about {episode.label}, so it stays. You can leave it for last.")
    log(workshop.review, "episode not chosen", episode=episode.number)
    episode.number = None
    announce(workshop, "episodes-changed")


def give_reason_for_no_good_practice(workshop, reason):
    """Why none of the chosen episodes is one of good practice; it is printed in the report. (method.md, 5)"""
    workshop.review.no_good_practice_reason = reason.strip()
    announce(workshop, "episodes-changed")
