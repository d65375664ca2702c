"""What helped, what hindered, on phone, wall and console."""

from facilitator.factors.framework import LEVELS, framework
from facilitator.factors.matrix import by_level, is_nearly_all_front_line, matrix, standing_influences
from facilitator.perspectives.asking import answered_at, silences_at

LINES_ON_A_PAGE = 7


def here(room):
    """The influences of the episode of this step."""
    return standing_influences(room.review, room.episode) if room.episode else []


def phone(room, participant):
    influences = here(room)
    mine = [one for one in influences if one.participant_id == participant.id]
    silent = any(one.participant_id == participant.id for one in silences_at(room))
    shown = influences if room.is_revealed else []
    return {"framework": framework(), "levels": LEVELS, "mine": mine, "uninvolved": silent, "influences": shown}


def wall(room):
    """Before the reveal nothing; then factor after factor by level, helped and hindered apart, counting people."""
    influences = here(room) if room.is_revealed else []
    lines = [
        (level, factor, row[room.episode]) for level, rows in by_level(matrix(influences)) for factor, row in rows
    ]
    pages = -(-len(lines) // LINES_ON_A_PAGE)
    page = min(room.workshop.wall_page, max(pages - 1, 0))
    first = page * LINES_ON_A_PAGE
    return {
        "lines": lines[first : first + LINES_ON_A_PAGE],
        "pages": pages,
        "page": page,
        "front_line": is_nearly_all_front_line(influences),
    }


def console(room):
    influences = here(room) if room.is_revealed else []
    everything = standing_influences(room.review) if room.is_revealed else []
    rows = matrix(everything)
    return {
        "influences": influences,
        "by_level": by_level(rows),
        "episodes": sorted({one.episode for one in everything}, key=lambda one: one.number or 0),
        "front_line": is_nearly_all_front_line(influences),
    }


def answered(room):
    return answered_at(room)
