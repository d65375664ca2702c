"""Taking one's own words back: from every screen and the file, and with them what repeats them. (trust.md, 4)"""

from facilitator.copies.wishes import renew_copies_after_this
from facilitator.db import db, now
from facilitator.live.announcements import announce
from facilitator.perspectives.box import find_by_words_code
from facilitator.perspectives.models import Slip
from facilitator.refusal import NotPermitted

FORGETTING = []


def goes_with_the_words(forget):
    """Mark what a later noun does when words are withdrawn whole: forget(versions) with all their versions.

    Called once the last of them is withdrawn. It removes what the giver typed beside the words. What the group has
    taken up since stays, because it is the group's by then.
    """
    FORGETTING.append(forget)
    return forget


def withdraw(statement, participant):
    """Take one's own words back, earlier wordings too. The numbers stay. Twice is once.

    Refused to everybody but the person who gave them.
    """
    if statement.participant_id != participant.id:
        raise NotPermitted("Only the person who gave these words can withdraw them.")
    empty(statement, now())


def withdraw_by_code(workshop, code):
    """Take words without an author back. In the box nothing stays; afterwards the number does. Twice is once."""
    found = find_by_words_code(workshop, code)
    if isinstance(found, Slip):
        db.session.delete(found)
        renew_copies_after_this()
        return
    # The day alone: a finer time could tell who was at their phone just then.
    day = now().replace(hour=0, minute=0, second=0, microsecond=0)
    empty(found, max(day, found.given_at))


def empty(statement, at):
    """Take the words out of a statement and of those it stands in place of."""
    if statement.withdrawn_at:
        return
    for one in with_earlier(statement):
        one.withdrawn_at = one.withdrawn_at or at
        one.text = ""
    versions = versions_of(statement)
    if all(one.withdrawn_at for one in versions):
        for forget in FORGETTING:
            forget(versions)
    renew_copies_after_this()
    announce(statement.workshop, "statements-changed")


def with_earlier(statement):
    """A statement and the wordings before it. While it waits to be let in, what it corrects still stands without it."""
    yield statement
    if statement.replaces and not statement.is_held:
        yield from with_earlier(statement.replaces)


def versions_of(statement):
    """All versions of the same words, whichever of them is given."""
    first = statement
    while first.replaces:
        first = first.replaces
    return list(all_after(first))


def all_after(statement):
    yield statement
    for later in statement.replaced_by:
        yield from all_after(later)
