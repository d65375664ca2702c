"""Writing down what must not leave the room, taking it out again, and forgetting it for good."""

from flask import current_app

from facilitator.access.actions import log
from facilitator.names.closed_file import ClosedFile
from facilitator.names.thing import read_lines
from facilitator.refusal import NotFound, Refused

ASK_AGAIN = "The real names are closed again. Go back, copy what you typed, and give the passphrase once more."


def kept():
    return current_app.extensions["names"]


def open_names(review, pass_id, passphrase):
    """Let this pass see the real names for a few minutes. The passphrase must have been recognised."""
    kept().open_for(pass_id, passphrase)
    kept().read(review, key_of(pass_id))
    log(review, "real names opened")


def close_names(review, pass_id):
    """Close them for this pass before the few minutes are over. Twice is once."""
    if kept().key_of(pass_id) is not None:
        kept().close_for(pass_id)
        log(review, "real names closed")


def key_of(pass_id):
    key = kept().key_of(pass_id)
    if key is None:
        raise Refused(ASK_AGAIN)
    return key


def keep_out(review, pass_id, kind, typed, stands_for=""):
    """Keep things out of everything that leaves the room: one a line, all of one kind.

    stands_for: the key of the member of the cast they belong to, or empty. Workers are never tied to anybody.
    Refused when a line cannot be of that kind, or the names are closed.
    """
    key, lines = key_of(pass_id), read_lines(kind, typed)
    if stands_for not in {member.key for member in review.cast} or kind == "worker":
        stands_for = ""
    ClosedFile(kept().folder, review.key).add(key, [(kind, line, stands_for) for line in lines])
    kept().read(review, key)
    log(review, "names to keep out added", kind=kind, number=len(lines))


def let_go(review, pass_id, thing_key):
    """Take one thing out of the list. Refused when it has gone, or the names are closed."""
    key = key_of(pass_id)
    if thing_key not in {thing.key for thing in kept().read(review, key)}:
        raise NotFound("That is no longer in the list. Please load the page again.")
    ClosedFile(kept().folder, review.key).remove(key, thing_key)
    kept().read(review, key)
    log(review, "name to keep out removed")


def forget_names(review_key):
    """Destroy the real names of a review: no byte of their file stays, and no sieve. Needs no key. Twice is once."""
    ClosedFile(kept().folder, review_key).destroy()
    kept().sieves.pop(review_key, None)
    kept().unread.discard(review_key)
