"""The curtain falls, is lifted and let down again. Lifting is an act with who and when. (method.md, 2)"""

from facilitator.access.acting import acting_role
from facilitator.access.actions import log
from facilitator.db import db, now
from facilitator.live.announcements import announce
from facilitator.perspectives.asked_here import check_chosen
from facilitator.perspectives.choosing import choose
from facilitator.refusal import Refused
from facilitator.tunnel.asking import curtain_at, hides, is_lifted, point_of
from facilitator.tunnel.models import Colleagues, Curtain


def let_fall(room):
    """The group comes to a step: where it is about an episode, the curtain is down from its last day on. Once only."""
    if hides(room) and point_of(room.episode) and curtain_at(room) is None:
        hang(room)


def hang(room):
    place = {"workshop_id": room.workshop.id, "episode_id": room.episode.id}
    db.session.add(Curtain(reaches=point_of(room.episode), fell_by=acting_role(), **place))
    db.session.flush()


def lift(room):
    """Show the room what came later than this episode. Twice is once.

    Refused where there is no episode, or none with a date.
    """
    refuse_without_a_curtain(room)
    if curtain_at(room) is None:
        hang(room)
    curtain = curtain_at(room)
    if curtain.lifted_at is None:
        curtain.lifted_at, curtain.lifted_by = now(), acting_role()
        tell(room, "curtain lifted")


def lower(room):
    """Let the curtain down again: a slip of the hand. The record keeps both. Twice is once."""
    refuse_without_a_curtain(room)
    if is_lifted(room):
        hang(room)
        tell(room, "curtain let down")


def refuse_without_a_curtain(room):
    if not hides(room):
        raise Refused("There is no curtain here: this step is not about an episode.")
    if point_of(room.episode) is None:
        raise Refused(f"{room.episode.label} has no date, so nothing of the case is hidden. Give it one at the desk.")


def tell(room, act):
    room.workshop.wall_page = 0
    log(room.review, act, stage=room.stage.slug, episode=room.episode.number)
    announce(room.workshop, "stage-changed")


def say_of_colleagues(participant, room, answer, words, key):
    """Keep what one participant thinks most colleagues would have done, knowing only what was known then.

    answer: one of tunnel.models.ANSWERS. words: a few beside it, or empty. Refused once the curtain has been lifted,
    because who knows how it went on can no longer say.
    """
    if room.is_authorless:
        raise Refused("Words given here do not carry a position, so this question is not asked.")
    check_chosen(room, "colleagues")
    if is_lifted(room):
        raise Refused("What came later has been shown, so this is no longer asked. Your earlier answer is kept.")
    return choose(Colleagues, "colleagues", participant, room, answer, words, key)
