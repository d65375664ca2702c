"""Turning points whose proposer is not stored: into the box with their reason, and out of it at the reveal.

What a slip carries beside its words is a line of JSON: title, when, kind and numbers of entries. (decisions/0008)
"""

import json
from contextlib import suppress

from facilitator.episodes.actions import check_proposal, propose_episode
from facilitator.narrative.asking import entries_shown
from facilitator.perspectives import box
from facilitator.perspectives.asked_here import check_kind
from facilitator.refusal import Refused


def propose_without_author(participant, room, why, key, labelled, title, when="", kind="", entries=()):
    """Put a turning point and its reason into the box. Returns the code by which only who holds it can take it back.

    As propose_on_phone, with these differences: nobody is its proposer, and of the entries only those count that the
    whole room has seen, since one's own that wait for a reveal would say whose it is.
    """
    check_kind(room, "turning-points")
    title = check_proposal(title, when, kind)
    seen = {str(entry.number) for entry in entries_shown(room.review)}
    about = [number for number in map(str, entries) if number in seen]
    beside = json.dumps({"title": title, "when": when, "kind": kind, "entries": about})
    return box.put_in(participant, room, "why", why, key, labelled, beside=beside)


def proposal_from_box(room, statement, beside):
    """The slip became a statement: what stood beside its words becomes the episode that it proposes."""
    # Only an archive made by hand holds what does not fit; its words are kept all the same.
    with suppress(Refused, ValueError, TypeError, AttributeError):
        given = json.loads(beside)
        parts = {name: given[name] for name in given.keys() & {"title", "when", "kind", "entries"}}
        propose_episode(room.workshop, statement=statement, proposed_at=statement.given_at, **parts)
