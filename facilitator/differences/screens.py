"""Differences on wall and console, behind the accounts they lie between."""

from math import ceil

from facilitator.differences.asking import VIEW, standing
from facilitator.differences.models import KIND_NAMES
from facilitator.perspectives.accounts_on_wall import LINES_BESIDE_THE_QUESTION, SIGNS_OF_A_HEADING, side_by_side


def wall(room, own):
    """Once accounts are revealed, a page more for each difference: what differs, and the accounts side by side."""
    shown = own()
    if not has_accounts(room):
        return shown
    pages = pages_of(room)
    before = max(shown.get("pages", 1), 1)
    at = room.workshop.wall_page - before
    if at < 0 or not pages:
        return {**shown, "pages": before + len(pages)} if pages else shown
    page = min(at, len(pages) - 1)
    difference, parts = pages[page]
    return {
        "drawn_by": "differences/_wall.html",
        "heading": KIND_NAMES[difference.kind],
        "difference": difference,
        "parts_shown": parts,
        "page": before + page,
        "pages": before + len(pages),
    }


def has_accounts(room):
    return room.kind.name == VIEW and room.episode is not None and room.is_revealed


def pages_of(room):
    """(difference, [(statement, part)]) for each page. Long accounts go on over the page, never shrink."""
    pages = []
    for difference in standing(room.episode):
        lines = LINES_BESIDE_THE_QUESTION - 1 - ceil(len(difference.sentence) / (2 * SIGNS_OF_A_HEADING))
        pages += [(difference, page) for page in side_by_side(difference.accounts, max(lines, 3))]
    return pages


def console(room):
    if not has_accounts(room):
        return {}
    return {"differences": sorted(room.episode.differences, key=lambda one: one.number)}
