"""Issuing and ending passes, and writing the log."""

import hashlib
import json
import secrets
from functools import cache
from types import SimpleNamespace

from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload

from facilitator.access.acting import acting
from facilitator.access.models import LogLine, Pass
from facilitator.db import db, new_key, now, write

STANDING = select(Pass).where(Pass.token_hash == bindparam("token_hash"), Pass.ended_at.is_(None))


@cache
def standing_with_seat():
    """The same with the seat and where that is, put together once: every request of a phone asks it."""
    seat = Pass.participant.property.entity.class_
    workshop = seat.workshop.property.entity.class_
    return STANDING.options(joinedload(Pass.participant).joinedload(seat.workshop).joinedload(workshop.review))


NEWEST_HASH = select(LogLine.hash).where(LogLine.review_id == bindparam("review")).order_by(LogLine.id.desc()).limit(1)


def issue_pass(role, workshop=None, participant=None, granted=None):
    """A new pass for this role. Returns its token: 256 bits for the browser alone, only their hash is kept.

    workshop: the only one it opens, and with it its review; without one it opens everything.
    """
    token = secrets.token_urlsafe(32)
    add_pass(role, hash_of(token), workshop, participant and participant.id, granted)
    return token


def add_pass(role, token_hash, workshop=None, participant_id=None, granted=None):
    write(
        Pass,
        role=role,
        token_hash=token_hash,
        workshop_id=workshop and workshop.id,
        review_id=workshop and workshop.review_id,
        participant_id=participant_id,
        issued_at=now(),
        granted=granted,
    )


def end_passes(*, participant):
    """End every pass of a participant; their screens are shut out at the next request."""
    for one in db.session.scalars(select(Pass).filter_by(participant_id=participant.id, ended_at=None)):
        one.ended_at = now()


def revive_passes(*, participant, since):
    """Give a participant back the passes that ended then or later: who was removed by mistake comes straight back."""
    ended = select(Pass).filter_by(participant_id=participant.id).where(Pass.ended_at >= since)
    for one in db.session.scalars(ended):
        one.ended_at = None


def end_pass(one):
    if one.ended_at is None:
        one.ended_at = now()


def find_ended_pass(token):
    """The pass this token once stood for, or None."""
    return token and db.session.scalar(
        select(Pass).filter_by(token_hash=hash_of(token)).where(Pass.ended_at.is_not(None))
    )


def find_pass(token, with_seat=False):
    """The pass this token stands for, or None when there is none or it has ended.

    with_seat: its participant, their workshop and its review are read with it, which a phone asks for next.
    """
    if not token:
        return None
    found = standing_with_seat() if with_seat else STANDING
    return db.session.scalar(found, {"token_hash": hash_of(token)})


def hash_of(token):
    return hashlib.sha256(token.encode()).hexdigest()


def log(review, act, role=None, **about):
    """Write one act of a facilitator into the review's log. `about` holds numbers and names of stages, no words.

    Whoever the door let through in this request has done it; role is for acts that came by another way.
    """
    role = acting().role if acting() else role or "facilitator"
    # Every line is written at once, so the newest is in the file, and what else waits is written with this one.
    last = db.session.connection().scalar(NEWEST_HASH, {"review": review.id}) or ""
    line = {"at": now(), "role": role, "act": act, "about": json.dumps(about, sort_keys=True), "previous": last}
    write(LogLine, key=new_key(), review_id=review.id, hash=hash_of_line(SimpleNamespace(**line)), **line)


def hash_of_line(line):
    """The hash a log line must have: over its own content and the hash before it."""
    parts = [line.previous, line.at.isoformat(), line.role, line.act, line.about]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
