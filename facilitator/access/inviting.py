"""Inviting one more device: a code to type or a QR code to scan, good once and for ten minutes."""

import secrets
from datetime import timedelta

from sqlalchemy import bindparam, func, or_, select

from facilitator.access.actions import add_pass, hash_of, issue_pass
from facilitator.access.matrix import P
from facilitator.access.models import Invitation, Pass
from facilitator.access.opening import ALPHABET
from facilitator.db import ask_plain, db, new_key, now
from facilitator.refusal import NotFound, Refused

GOOD_FOR = timedelta(minutes=10)
AT_MOST = 4  # devices at one seat
ASKING = (
    select(Invitation.id)
    .where(
        Invitation.participant_id == bindparam("participant"),
        Invitation.accepted.is_(None),
        Invitation.asking_hash.is_not(None),
        Invitation.ends_at > bindparam("now"),
    )
    .order_by(Invitation.id.desc())
    .limit(1)
)


def invite(role, workshop, participant=None, granted=None):
    """A new invitation. Returns (invitation, code of eight signs, token of 128 bits); only their hashes are kept.

    participant: whose seat a second device is to join. An earlier invitation of theirs that waits is ended.
    """
    code, token = "".join(secrets.choice(ALPHABET) for _ in range(8)), new_key()
    if participant:
        end_invitations(participant)
    new = Invitation(
        role=role,
        code_hash=hash_of(code),
        token_hash=hash_of(token),
        workshop_id=workshop.id,
        review_id=workshop.review_id,
        participant_id=participant and participant.id,
        granted=granted,
        ends_at=now() + GOOD_FOR,
    )
    db.session.add(new)
    db.session.flush()
    return new, f"{code[:4]}-{code[4:]}", token


def end_invitations(participant):
    for one in db.session.scalars(select(Invitation).filter_by(participant_id=participant.id, accepted=None)):
        one.accepted = False


def find_invitation(given):
    """The invitation that this typed code or scanned token stands for. Refused when it was used or is over."""
    code = "".join(given.split()).replace("-", "")
    found = select(Invitation).where(
        or_(Invitation.code_hash == hash_of(code.upper()), Invitation.token_hash == hash_of(code.lower()))
    )
    one = db.session.scalar(found)
    if one is None:
        raise NotFound("There is no such code. Look again at the device that shows it; it has eight characters.")
    if one.used_at or one.accepted is False or one.ends_at < now():
        raise Refused("This code has been used or is over. Ask for a new one; each is good once, for ten minutes.")
    return one


def take_up(invitation, old=()):
    """Let the device in, or, for a second device of a participant, let it ask. Returns the token of its browser.

    old: passes of other roles that this browser held; they end, as each change of role is a new pass.
    """
    invitation.used_at = now()
    if invitation.role == P:
        token = secrets.token_urlsafe(32)
        invitation.asking_hash = hash_of(token)
        return token
    for one in old:
        one.ended_at = now()
    return issue_pass(invitation.role, invitation.workshop, granted=invitation.granted)


def answer(invitation, accepted):
    """What the first device says to the second. Twice is once. Refused when the seat has all its devices."""
    if invitation.accepted is None:
        if accepted:
            refuse_full_seat(invitation.participant_id)
        invitation.accepted = accepted
        if accepted:
            add_pass(P, invitation.asking_hash, invitation.workshop, invitation.participant_id)


def refuse_full_seat(participant_id):
    """Refused when so many devices share a seat already that one more would be a way in and no convenience."""
    held = select(func.count()).select_from(Pass).filter_by(participant_id=participant_id, ended_at=None)
    if db.session.scalar(held) >= AT_MOST:
        raise Refused(f"{AT_MOST} devices share this seat, and that is the most. Use one of those.")


def asking(participant):
    """The invitation through which a second device asks to join this seat now, or None."""
    found = ask_plain(ASKING, {"participant": participant.id, "now": now()}).scalar()
    return found and db.session.get(Invitation, found)


def find_asking(token):
    """The invitation this waiting browser asks through, or None."""
    return token and db.session.scalar(select(Invitation).filter_by(asking_hash=hash_of(token)))
