"""Named questions about the curtain: how far the case is walked, what is behind it, who lifted it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from facilitator.db import ask_plain, db
from facilitator.narrative.dates import read_parts
from facilitator.narrative.spoken_dates import as_edtf
from facilitator.refusal import Refused
from facilitator.tunnel.models import Curtain

# Every phone's page asks it, so it is put together once. The newest first; whoever asks takes one.
CURTAINS = (
    select(Curtain)
    .where(Curtain.workshop_id == bindparam("workshop"), Curtain.episode_id == bindparam("episode"))
    .order_by(Curtain.id.desc())
    .limit(1)
)
LIFTED = CURTAINS.with_only_columns(Curtain.lifted_at)


def point_of(episode):
    """The last day of an episode, by its own date or else by its entries. None when neither tells it.

    “About” adds nothing here: a day that only may belong to it is behind the curtain.
    """
    try:
        return read_parts(as_edtf(episode.when))[-1].end
    except Refused:
        return max((entry.latest for entry in episode.entries if entry.stands), default=None)


def is_later(entry, episode, reached):
    """Whether an entry is, or may be, later than the day reached. What the episode itself rests on never is."""
    own = {one.id for entry_of in episode.entries for one in [entry_of, *entry_of.replaced_by]}
    return entry.latest > reached and entry.id not in own


@dataclass(frozen=True)
class Walk:
    """Entries of the narrative, cut at the day an episode reached.

    so_far: up to it. leg: those of them that come after the last episode before this one. later: behind the curtain.
    """

    reached: date | None
    so_far: list
    leg: list
    later: list

    @property
    def perhaps_earlier(self):
        """How many of those behind the curtain have a rough date that may be earlier."""
        return sum(entry.earliest <= self.reached for entry in self.later) if self.reached else 0

    @property
    def later_heading(self):
        """What stands above those behind the curtain, once it is lifted."""
        return "Later, or not exactly dated" if self.perhaps_earlier else "What came later"


def walk_to(episode, entries):
    """Cut entries, in order of time, at the last day of an episode."""
    reached = point_of(episode)
    if reached is None:
        return Walk(None, entries, entries, [])
    so_far = [entry for entry in entries if not is_later(entry, episode, reached)]
    before = point_before(episode, reached)
    leg = [entry for entry in so_far if before is None or entry.latest > before] or so_far
    return Walk(reached, so_far, leg, [entry for entry in entries if entry not in so_far])


def point_before(episode, reached):
    """The last day up to which an earlier episode of the set has walked the case already, or None."""
    others = (one for one in episode.review.all_episodes if one.number and one.number < (episode.number or 0))
    return max((day for one in others if (day := point_of(one)) and day < reached), default=None)


def curtain_at(room):
    """The newest curtain of this step's episode in this workshop, lifted or not; None before the group came there."""
    if room.episode is None:
        return None
    return db.session.scalar(CURTAINS, of_episode(room))


def of_episode(room):
    return {"workshop": room.workshop.id, "episode": room.episode.id}


def is_lifted(room):
    """Whether what came later has been shown here. Down is how it begins: what nobody lifted is hidden."""
    return room.episode is not None and ask_plain(LIFTED, of_episode(room)).scalar() is not None


def is_lifted_here(room):
    """Whether it was lifted since the group came to this step, so that what came later is what the room waits for."""
    curtain = curtain_at(room)
    came = max((visit.began_at for visit in room.visits() if is_of(visit, room.step)), default=None)
    return is_lifted(room) and (came is None or curtain.lifted_at >= came)


def is_of(visit, step):
    return (visit.stage, visit.episode_id) == step.place


def hides(room):
    """Whether this is a step about one episode, so that what came later is hidden unless somebody lifted it."""
    return room.kind.per_episode and room.episode is not None
