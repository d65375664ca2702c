"""By agency, but never so that a small group shows: not directly, and not by subtraction. (trust.md, 4)"""

from dataclasses import dataclass
from itertools import product
from types import SimpleNamespace

import pytest

from facilitator.db import db
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.choosing import choose_episode
from facilitator.usual.by_agency import broken_down

STAGE = "08-usual"
LABELS = {"often": "Often", "rarely": "Rarely"}


@dataclass(frozen=True)
class Agency:
    number: int


def room_of(*sizes):
    """So many people from one agency after the other; the first of each agency says “often”, the others “rarely”."""
    given = []
    for number, size in enumerate(sizes):
        position = SimpleNamespace(agency=Agency(number))
        given += [
            SimpleNamespace(position=position, shown="rarely" if one else "often", shown_at=1) for one in range(size)
        ]
    return given


@pytest.mark.parametrize(
    ("sizes", "apart"),
    [
        ((), []),
        ((9,), []),  # everybody is of one agency: nothing to break down
        ((5, 5), [0, 1]),
        ((5, 4), []),  # the four would follow by subtraction
        ((4, 4, 4), []),
        ((5, 4, 1), [0]),  # the five left over are of two agencies
        ((7, 6, 2), [0]),  # the six go with the two
        ((6, 7, 2), [1]),
        ((5, 5, 5, 1), [1, 2]),
    ],
)
def test_who_is_shown_apart(sizes, apart):
    shown = broken_down(room_of(*sizes), LABELS)

    assert [agency.number for agency, _, _ in shown] == apart


def test_nobody_small_follows_by_subtraction():
    for sizes in product(range(8), repeat=3):
        shown = broken_down(room_of(*sizes), LABELS)

        rest = sum(sizes) - sum(answered for _, answered, _ in shown)
        assert all(answered >= 5 for _, answered, _ in shown), sizes
        assert not shown or rest == 0 or rest >= 5, sizes


def test_the_counts_stand_in_the_order_of_the_answers():
    [(_, answered, counts), _] = broken_down(room_of(5, 6), LABELS)

    assert (answered, counts) == (5, [1, 4])


@pytest.fixture
def asked(workshop, go_to, join_as, leader):
    """asked(visitors, workers) → that many phones of each agency have answered, and the reveal has been made."""

    def ask(visitors, workers):
        episode = propose_episode(workshop, "The first call")
        choose_episode(workshop, episode)
        db.session.commit()
        go_to(STAGE)
        for role in ["Health visitor"] * visitors + ["Social worker"] * workers:
            join_as(role).post("/usual", stage=STAGE, episode=episode.id, answer="often")
        leader.post(f"/w/{workshop.code}/reveal")
        leader.post(f"/w/{workshop.code}/page", data={"by": "1"})
        return leader.get(f"/w/{workshop.code}/wall").text, leader.get(f"/w/{workshop.code}/console").text

    return ask


def test_wall_and_console_show_agencies_of_five_and_more(asked):
    wall, console = asked(5, 5)

    assert "2 of 2 screens" in wall
    assert "By agency" in wall and "Referral hub" in wall
    assert "By agency" in console


def test_with_a_smaller_one_there_is_only_the_whole_room(asked):
    wall, console = asked(5, 4)

    assert "All who answered: 9" in wall
    assert "By agency" not in wall + console
