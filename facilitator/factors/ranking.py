"""Which factors mattered most: each marks alone, the marks are revealed together, the group settles an order."""

from collections import Counter

from sqlalchemy import select

from facilitator.access.acting import acting_role
from facilitator.access.actions import log
from facilitator.db import db
from facilitator.factors.matrix import standing_influences
from facilitator.factors.models import FactorMarks, MarksReveal, SettledFactors
from facilitator.live.announcements import announce
from facilitator.refusal import Refused
from facilitator.reviews.reasons import check_reason
from facilitator.reviews.small_groups import is_small
from facilitator.workshops.models import Participant

MOST = 3


def named_here(room):
    """The factors that stand in this room for its episode, each once, in the order they were named."""
    given = standing_influences(room.review, room.episode)
    return list(dict.fromkeys(one.factor for one in given if one.statement.workshop_id == room.workshop.id))


def mark(participant, room, keys):
    """Keep which factors mattered most to someone: three at most, none when no factor stands out. (method.md, 5)

    keys: those of factors named here. It may be changed until the marks are revealed. Refused before the factors are
    revealed, after the marks are, when the group has moved on, and when a factor was not named here.
    """
    check_marking(room, keys)
    found = marks_of(room, participant)
    if found is None:
        found = FactorMarks(episode=room.episode, participant=participant)
        db.session.add(found)
    found.marked = " ".join(sorted(set(keys)))
    db.session.flush()


def check_marking(room, keys):
    if not may_mark(room):
        raise Refused("The factors are not being marked now. They are marked once all have seen them.")
    if len(set(keys)) > MOST:
        raise Refused(f"Please mark {MOST} factors at most.")
    if not set(keys) <= {factor.key for factor in named_here(room)}:
        raise Refused("One of these factors is no longer named here. Please load the page again.")


def may_mark(room):
    """Whether the room has seen the factors of this step, stands there still, and has not seen the marks."""
    shown = room.kind.name == "factors" and room.episode is not None and room.is_revealed
    return shown and room.is_current and not are_shown(room)


def marks_of(room, participant):
    return db.session.scalar(select(FactorMarks).filter_by(episode_id=room.episode.id, participant_id=participant.id))


def marks_in(workshop, episode):
    found = select(FactorMarks).filter_by(episode_id=episode.id).join(Participant)
    return db.session.scalars(found.where(Participant.workshop_id == workshop.id)).all()


def are_shown(room):
    return was_shown(room.workshop, room.episode)


def times_revealed(room):
    """1 once the marks of this step were revealed: then its phones ask for none any more."""
    return int(room.kind.name == "factors" and room.episode is not None and are_shown(room))


def was_shown(workshop, episode):
    """Whether a room has revealed its marks of an episode."""
    found = select(MarksReveal.id).filter_by(workshop_id=workshop.id, episode_id=episode.id)
    return db.session.scalar(found) is not None


def show_marks(room):
    """Reveal the marks of an episode to all at once, for good. Twice is once. Refused before anybody could mark."""
    if not (room.kind.name == "factors" and room.episode and room.is_revealed):
        raise Refused("Reveal the factors first. Then each marks alone which of them mattered most.")
    if not are_shown(room):
        db.session.add(MarksReveal(episode=room.episode, workshop_id=room.workshop.id, by=acting_role()))
        db.session.flush()
        log(room.review, "marks of factors revealed", workshop=room.workshop.title, episode=room.episode.number)
        announce(room.workshop, "factors-changed")
        announce(room.workshop, "stage-changed")


def counted(room):
    """What the room may see of its marks: ([(factor, people who marked it)], how many marked), most marked first.

    Nothing before they are revealed; of fewer than five people no factor is told, only that they were too few.
    """
    if not (room.episode and room.is_revealed and are_shown(room)):
        return None
    return told_of(room.workshop, room.episode, named_here(room))


def told_of(workshop, episode, factors):
    """([(factor, people who marked it)], how many marked any), of these factors, most marked first."""
    marks = marks_in(workshop, episode)
    people = Counter(key for one in marks for key in one.marked.split())
    marked = sum(bool(one.marked) for one in marks)
    rows = [(factor, people[factor.key]) for factor in factors if people[factor.key]]
    return ([] if is_small(marked) else sorted(rows, key=lambda row: -row[1])), marked


def settled(episode):
    """The order that holds, or None."""
    return episode.settled_factors[-1] if episode and episode.settled_factors else None


def settle(room, keys, reason):
    """Keep the order the group settled: the factors that mattered most, up to three. Earlier orders stay on record.

    keys: those of the factors, the one that mattered most first. The same order and reason again do nothing. Refused
    before the marks are revealed, when a factor is missing or stands twice, and without a reason. (method.md, 5)
    """
    check_order(room, keys, reason)
    standing, ordered = settled(room.episode), " ".join(keys)
    if standing is None or (standing.ordered, standing.reason) != (ordered, reason.strip()):
        kept = SettledFactors(episode=room.episode, ordered=ordered, reason=reason.strip(), by=acting_role())
        db.session.add(kept)
        db.session.flush()
        log(room.review, "order of factors settled", episode=room.episode.number)
        announce(room.workshop, "factors-changed")


def check_order(room, keys, reason):
    if counted(room) is None:
        raise Refused("Each marks the factors alone first. Reveal the marks, then settle an order together.")
    if not 0 < len(keys) <= MOST or len(set(keys)) < len(keys):
        raise Refused("Choose one to three factors, and each of them once.")
    if not set(keys) <= {factor.key for factor in named_here(room)}:
        raise Refused("One of these factors is no longer named here. Please load the page again.")
    check_reason(reason)
