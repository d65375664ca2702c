"""Telling an episode in full at the desk: when and what it was, and what nobody in the room is asked. (method.md, 7)"""

from facilitator.access.actions import log
from facilitator.config import LONGEST_WORDS
from facilitator.db import db
from facilitator.episodes.actions import entries_numbered
from facilitator.episodes.models import KINDS, TOLD, Telling
from facilitator.live.announcements import announce
from facilitator.narrative.dates import read_when
from facilitator.narrative.spoken_dates import as_edtf
from facilitator.refusal import Refused


def tell_episode(episode, given, entries, by, seen=None):
    """Keep what an editor wrote of a chosen episode; what stays the same is no new telling, and twice is once.

    given: by name, `when`, `kind`, `why` and the names in TOLD; what is left out stays. when: EDTF or a date in words,
    or nothing. entries: numbers of the entries it rests on. seen: how many tellings there were when the page was drawn.
    Refused when the date is no date, a text is too long, why it mattered is a participant's own words, or somebody else
    has told of it meanwhile.
    """
    told = {name: words.replace("\r\n", "\n").strip() for name, words in given.items()}
    if "when" in told:
        told["when"] = date_of(told["when"])
    changed = {name: words for name, words in told.items() if words != episode.told(name)}
    about = entries_numbered(episode.review, entries)
    if not changed and set(about) == set(episode.entries):
        return
    check(episode, changed, seen)
    for name, words in changed.items():
        write(episode, name, words, by)
    episode.entries = about
    db.session.flush()
    log(episode.review, "episode told", role=by, episode=episode.number)
    for workshop in episode.review.workshops:
        if workshop.is_open:
            announce(workshop, "episodes-changed")


def date_of(said):
    """A date as EDTF, or nothing. Refused when it is no date."""
    if not said:
        return ""
    return read_when(as_edtf(said)).edtf


def check(episode, changed, seen):
    if seen is not None and seen != len(episode.tellings):
        raise Refused("Somebody else has written here meanwhile. Copy your words, load the page again, then add them.")
    if "why" in changed and episode.statement:
        raise Refused("Why it mattered is in its proposer’s own words. They can correct them; you cannot.")
    if changed.get("kind", KINDS[0]) not in KINDS:
        raise Refused("Choose whether it was an action, an omission or a sequence.")
    if any(len(words) > (80 if name == "when" else LONGEST_WORDS) for name, words in changed.items()):
        raise Refused(f"At most {LONGEST_WORDS:,} characters fit in one field. Please shorten it.")


def write(episode, name, words, by):
    """The new words as a telling; what stood there before anybody told of it is kept as the first."""
    before = episode.told(name)
    if before and not any(one.about == name for one in episode.tellings):
        episode.tellings.append(Telling(about=name, text=before, by="the day"))
    episode.tellings.append(Telling(about=name, text=words, by=by))
    if name not in TOLD:
        setattr(episode, name, words)
