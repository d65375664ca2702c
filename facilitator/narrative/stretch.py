"""Which stretch of time the wall shows of the narrative: all of the case, or the days the facilitator chose."""

from facilitator.live.announcements import announce
from facilitator.narrative.asking import entries_shown
from facilitator.narrative.dates import read_when
from facilitator.narrative.spoken_dates import as_edtf
from facilitator.refusal import NotFound, Refused


def show_stretch(workshop, first, last):
    """Show the wall only what lies, or may lie, between two dates, each EDTF or in words. Twice is once.

    Refused when one of them is no date, the stretch ends before it begins, or the room may see nothing of it.
    """
    parts = [as_edtf(part).strip() for part in (first, last) if part.strip()]
    if not parts:
        raise Refused("Say from when to when. A month is enough, such as March 2019.")
    read_when(parts[0]), read_when(parts[-1])
    ends = [parts[0].split("/")[0], parts[-1].split("/")[-1]]
    show(workshop, ends[0] if ends[0] == ends[1] else "/".join(ends))


def show_episode(workshop, number):
    """Show the wall only the days of a chosen episode. Refused when there is no such episode, or it has no date."""
    episode = next((one for one in workshop.review.all_episodes if one.number and str(one.number) == number), None)
    if episode is None:
        raise NotFound("There is no episode with this number now.")
    if not has_date(episode):
        raise Refused(f"{episode.label} has no date that can be placed. Give it one first.")
    show(workshop, episode.when.strip())


def show_whole_case(workshop):
    """Back to all of it. Doing it twice does nothing."""
    if workshop.wall_stretch:
        workshop.wall_stretch, workshop.wall_page = None, 0
        announce(workshop, "stage-changed")


def show_glance(workshop):
    """Back to the first screen, where a long case is seen at a glance. Doing it twice does nothing."""
    if workshop.wall_page:
        workshop.wall_page = 0
        announce(workshop, "stage-changed")


def show(workshop, stretch):
    if not within(entries_shown(workshop.review), stretch):
        raise Refused("Nothing of the narrative lies in this stretch of time. Choose a longer one.")
    if workshop.wall_stretch != stretch:
        workshop.wall_stretch, workshop.wall_page = stretch, 0
        announce(workshop, "stage-changed")


def within(entries, stretch):
    """Those of the entries that lie, or may lie, in a stretch given as EDTF; all of them where there is none."""
    if not stretch:
        return entries
    when = read_when(stretch)
    return [entry for entry in entries if entry.earliest <= when.latest and entry.latest >= when.earliest]


def has_date(episode):
    try:
        return bool(read_when(episode.when))
    except Refused:
        return False
