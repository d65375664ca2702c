"""Coming back to a seat when a browser died before it had written its pass down. (decisions/0014)

A return key follows from the pass and from the vault's key, so nothing more is stored here, and it ends when the pass
does: on leaving, on being taken off, on being used.
"""

import hmac
from datetime import timedelta

from sqlalchemy import select

from facilitator.access.actions import add_pass, end_pass, find_pass, hash_of
from facilitator.access.door import vault
from facilitator.access.matrix import P
from facilitator.access.models import Pass
from facilitator.db import db, now
from facilitator.refusal import NotPermitted

GIVEN_WITHIN = timedelta(seconds=60)  # Chromium has a cookie on disk after thirty at the latest
GOOD_FOR = timedelta(hours=12)  # as long as a phone keeps anything
ANSWER_AGAIN = timedelta(minutes=1)
GONE = "This phone cannot come back to its seat by itself any more. Please join again, and tell the facilitator."


def return_key(one):
    """The return key of a young pass, for its phone to keep; None for a pass that its browser has on disk by now."""
    return key_of(one) if one.issued_at > now() - GIVEN_WITHIN else None


def come_back(participant, key):
    """A new pass for the old one, which ends. Returns its token.

    The same key within a minute gives the same pass: the first answer may have been lost. Refused when no pass of this
    participant has this key, when it has ended in another way, and after twelve hours.
    """
    for one in db.session.scalars(select(Pass).filter_by(participant_id=participant.id)):
        if hmac.compare_digest(key_of(one).encode(), key.encode()):
            return take_over(participant, one)
    raise NotPermitted(GONE)


def take_over(participant, one):
    token = follows_from("the pass after", one)
    if one.ended_at is None and one.issued_at > now() - GOOD_FOR:
        end_pass(one)
        add_pass(P, hash_of(token), participant.workshop, participant.id)
    elif (next_one := find_pass(token)) is None or next_one.issued_at < now() - ANSWER_AGAIN:
        raise NotPermitted(GONE)
    return token


def key_of(one):
    return follows_from("coming back", one)


def follows_from(purpose, one):
    return hmac.new(vault.secret_for(purpose), one.token_hash.encode(), "sha256").hexdigest()
