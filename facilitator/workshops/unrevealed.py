"""What may be left behind when the group goes on: answers that nobody has revealed."""

from facilitator.workshops.room import NOBODY

STAYS = "Nothing is lost, and you can go back."


def is_left_behind(room):
    """Whether something was, or may have been, given at this step that the room has not been shown.

    Where words carry no position nobody is told whether there are any, so there it may always be, once people are here.
    """
    if room.is_revealed:
        return False
    return bool(room.answered) or (room.is_authorless and bool(room.here))


def asked_before_next(room, writing):
    """What to ask once before the group moves on, or None. writing: how many are typing now, as far as that is told."""
    if is_left_behind(room):
        typing = "Somebody is still writing. " if writing else ""
        return f"{typing}{said_of(room)} Go on without revealing? {STAYS}"
    return f"Somebody is still writing. Go on all the same? {STAYS}" if writing else None


def said_of(room):
    """How many have answered, in the words of the wall and never more exactly."""
    if room.band == NOBODY:
        return "Nothing has been revealed here."
    return f"{room.band_in_words}, and nothing has been revealed."
