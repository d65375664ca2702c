"""What helped, what hindered, on phone, wall and console."""

from functools import partial

from facilitator.episodes.paging import in_pages, page_shown
from facilitator.factors.framework import fault, framework, is_own_words
from facilitator.factors.layers import is_shown, layers_of
from facilitator.factors.matrix import (
    by_level,
    given_by,
    is_nearly_all_front_line,
    matrix,
    shown_influences,
    standing_influences,
)
from facilitator.factors.ranking import counted, marks_of, may_mark, named_here, settled
from facilitator.perspectives.asking import answered_at, silences_at

# Of the wall, where the factor has a third of the line and two bars have the rest.
SIGNS_ON_A_LINE, LONGEST_ON_WALL = 22, 110
LINES, LINES_ABOVE_THE_SENTENCE = 7.5, 6.5


def here(room):
    """What the room may see of the influences it gave at this step: nothing before the reveal."""
    if not (room.is_revealed and room.episode):
        return []
    given = standing_influences(room.review, room.episode)
    return [one for one in given if of_today(one, room)]


def of_today(influence, room):
    return influence.statement.workshop_id == room.workshop.id


def phone(room, participant):
    own = (one for one in silences_at(room) if one.participant_id == participant.id)
    types = framework(room.review)
    return {
        "framework": types,
        "mine": given_by(participant, room.episode) if room.episode else [],
        "silence": next((one.answer for one in own if one.question == ""), None),
        "influences": here(room),
        "is_own_words": partial(is_own_words, types=types),
        **(marking(room, participant) if may_mark(room) else {}),
    }


def marking(room, participant):
    """What the phone asks once the factors are revealed: which of them mattered most. Its own marks only."""
    own = marks_of(room, participant)
    return {"to_mark": named_here(room), "marked": own.marked.split() if own else [], "has_marked": own is not None}


def wall(room):
    """What the room named, screen after screen; once the marks are revealed, first how many marked each factor."""
    marks = counted(room)
    if marks is None:
        return named(room)
    room.pages_before += 1
    behind = named(room)
    room.pages_before -= 1
    pages = behind["pages"] + 1
    if room.wall_page:
        return {**behind, "page": behind["page"] + 1, "pages": pages}
    picture = {"marks": marks, "standing": settled(room.episode), "longest": LONGEST_ON_WALL}
    return {**picture, "page": 0, "pages": pages}


def named(room):
    """Before the reveal nothing; then factor after factor by level, helped and hindered apart, counting people."""
    influences = here(room)
    lines = [(level, factor, row[room.episode]) for level, rows in by_level(matrix(influences)) for factor, row in rows]
    front_line = is_nearly_all_front_line(influences)
    room_for = LINES_ABOVE_THE_SENTENCE if front_line else LINES
    pages = in_pages(lines, signs_on_wall, SIGNS_ON_A_LINE, room_for, gap=0.5)
    return {
        **page_shown(room, pages),
        "people": len({one.participant_id for one in influences}),
        "longest": LONGEST_ON_WALL,
        "front_line": front_line,
        "is_own_words": partial(is_own_words, types=framework(room.review)),
    }


def signs_on_wall(line):
    _, factor, _ = line
    return min(len(factor.item), LONGEST_ON_WALL)


def console(room):
    """The influences of this step with their words, and the matrix of all steps revealed so far."""
    everything = shown_influences(room.review) if room.is_revealed else []
    influences = [one for one in everything if one.episode == room.episode and of_today(one, room)]
    episodes = {one.episode for one in everything}
    return {
        "influences": influences,
        "by_level": by_level(matrix(everything)),
        "layers": layers_of(everything),
        "layers_on_wall": is_shown(room),
        "episodes": sorted(episodes, key=lambda one: one.number or 0),
        "front_line": is_nearly_all_front_line(influences),
        "is_own_words": partial(is_own_words, types=framework(room.review)),
        "fault": fault(room.review),
        "marks": counted(room),
        "standing": settled(room.episode) if room.is_revealed else None,
    }


def answered(room):
    return answered_at(room)
