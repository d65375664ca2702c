"""The wall is turned screen by screen, and never past its last one."""

import re

from facilitator.db import db
from facilitator.patterns.actions import name_pattern


def turn(leader, workshop, by, times=1):
    for _ in range(times):
        leader.post(f"/w/{workshop.code}/page", data={"by": by})


def standing_at(leader, workshop):
    """Which screen the wall shows, and of how many."""
    return tuple(map(int, re.search(r"(\d+) of (\d+) screens", leader.get(f"/w/{workshop.code}/wall").text).groups()))


def many_patterns(review):
    for number in range(12):
        name_pattern(review, f"What comes back, number {number}", "unsafe")
    db.session.commit()


def test_turned_too_often_it_stands_at_the_last_and_one_back_is_one_back(leader, workshop, review, go_to):
    many_patterns(review)
    go_to("09-patterns")
    turn(leader, workshop, 1, times=30)
    screen, of = standing_at(leader, workshop)
    assert screen == of > 1

    turn(leader, workshop, -1)

    assert standing_at(leader, workshop) == (of - 1, of)


def test_before_the_first_there_is_none(leader, workshop, review, go_to):
    many_patterns(review)
    go_to("09-patterns")

    turn(leader, workshop, -1, times=3)

    assert workshop.wall_page == 0


def test_a_stage_of_one_screen_says_nothing_to_the_room(leader, workshop, wall):
    turn(leader, workshop, 1)

    assert workshop.wall_page == 0
    assert wall.heard() == []
