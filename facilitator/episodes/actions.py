"""Proposing a turning point, adding an episode, supporting one. What is chosen is written in choosing.py."""

from sqlalchemy import select

from facilitator.access.actions import log
from facilitator.config import LONGEST_TITLE, LONGEST_WORDS
from facilitator.db import db, new_key
from facilitator.episodes.asking import shown
from facilitator.episodes.models import KINDS, Episode, Support
from facilitator.live.announcements import announce
from facilitator.narrative.models import Entry
from facilitator.narrative.spoken_dates import as_edtf
from facilitator.perspectives.actions import check_key, give_statement
from facilitator.perspectives.asked_here import check_kind
from facilitator.perspectives.models import Statement
from facilitator.perspectives.withdrawing import goes_with_the_words
from facilitator.refusal import NotFound, Refused, about_field


def propose_episode(workshop, title, when="", kind="", entries=(), statement=None, **more):
    """Put a turning point before the group. (method.md, 5)

    title: neutral, at most 200 signs. when: a date or a few words; a date is kept as EDTF, so that the case is walked
    no further than there. kind: action, omission or sequence, or nothing. entries: numbers of narrative entries.
    statement: why it mattered, in the proposer's words. Refused when blank or too long.
    """
    title = check_proposal(title, when, kind)
    about = entries_numbered(workshop.review, entries)
    when = as_edtf(when).strip()
    episode = Episode(review=workshop.review, title=title, when=when, kind=kind, statement=statement, **more)
    db.session.add(episode)
    episode.entries = about
    db.session.flush()
    announce(workshop, "episodes-changed")
    return episode


def check_proposal(title, when, kind):
    """The title as it will stand. Refused when it, the date or the kind will not do."""
    title = " ".join(title.split())
    if not title:
        raise Refused("Give it a few words, so the group can recognise it.", field="title")
    if len(title) > LONGEST_TITLE or len(when) > 80:
        raise Refused("That is too long for a title or a date. A few words are enough; the rest belongs under “why”.")
    if kind and kind not in KINDS:
        raise Refused("Choose whether it was an action, an omission or a sequence.")
    return title


def propose_on_phone(participant, room, title, why, key, **more):
    """A participant's proposal: its reason is a statement, and sending it twice proposes it once."""
    earlier = db.session.scalar(select(Episode).join(Episode.statement).where(Statement.key == key))
    check_kind(room, "turning-points")
    check_proposal(title, more.get("when", ""), more.get("kind", ""))
    with about_field("why"):
        statement = give_statement(participant, room, "why", why, key, announcing="episodes-changed")
    if earlier:
        return earlier
    return propose_episode(room.workshop, title, statement=statement, position=participant.position, **more)


@goes_with_the_words
def forget_proposal(versions):
    """A proposal's title and date go with its reason. A title that the group has chosen is the group's and stays."""
    numbers = [one.id for one in versions]
    for episode in db.session.scalars(select(Episode).where(Episode.statement_id.in_(numbers))):
        if episode.number is None:
            forget_title(episode)
            announce(versions[0].workshop, "episodes-changed")


def forget_title(episode):
    episode.title, episode.when = f"Withdrawn with {episode.statement.number_label}", ""
    episode.tellings = [one for one in episode.tellings if one.about != "when"]


def add_episode(workshop, key="", why="", **given):
    """The facilitator adds an episode that nobody proposed. Sending it twice under one key adds it once.

    key: 32 hexadecimal signs made with the page; without one it is always a new episode. why: typed at the console.
    """
    check_key(key := key or new_key())
    if earlier := db.session.scalar(select(Episode).filter_by(key=key, review_id=workshop.review_id)):
        return earlier
    if len(why) > LONGEST_WORDS:
        raise Refused(f"At most {LONGEST_WORDS:,} characters fit under “why”. Please shorten it.")
    episode = propose_episode(workshop, key=key, why=why.strip(), **given)
    log(workshop.review, "episode added")
    return episode


def entries_numbered(review, numbers):
    wanted = {str(number) for number in numbers}
    entries = db.session.scalars(select(Entry).filter_by(review_id=review.id))
    return [entry for entry in entries if str(entry.number) in wanted]


def support(participant, room, episode):
    """Wish that an episode be studied. Doing it twice does nothing. Refused once the group has moved on."""
    if support_of(participant, episode) is None:
        check_kind(room, "episodes")
        check_still_asked(room)
        if episode not in shown(room.review):
            raise NotFound("There is no such episode in this review.")
        episode.supports.append(Support(participant_id=participant.id))
        announce(participant.workshop, "episodes-changed")


def withdraw_support(participant, room, episode):
    """Take the wish back. Doing it twice does nothing. Refused once the group has moved on."""
    standing = support_of(participant, episode)
    if standing is not None:
        check_still_asked(room)
        episode.supports.remove(standing)
        announce(participant.workshop, "episodes-changed")


def check_still_asked(room):
    if not room.is_current:
        raise Refused("The group has moved on, so this is no longer asked. The facilitator can go back to it.")


def support_of(participant, episode):
    return next((one for one in episode.supports if one.participant_id == participant.id), None)
