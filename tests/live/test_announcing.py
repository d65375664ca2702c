import re

import pytest

from facilitator.config import PACKAGE
from facilitator.db import db
from facilitator.live.announcements import NAMES, announce


def test_an_announcement_leaves_after_the_commit_and_not_before(wall, workshop):
    announce(workshop, "statements-changed")
    assert wall.heard() == []

    db.session.commit()

    assert wall.heard() == ["statements-changed"]


def test_a_rollback_forgets_it(wall, workshop):
    announce(workshop, "statements-changed")
    db.session.rollback()
    announce(workshop, "room-changed")
    db.session.commit()

    assert wall.heard() == ["room-changed"]


def test_releasing_a_savepoint_sends_nothing(wall, workshop):
    announce(workshop, "statements-changed")
    with db.session.begin_nested():
        pass
    assert wall.heard() == []

    db.session.commit()

    assert wall.heard() == ["statements-changed"]


def test_the_same_news_twice_in_one_commit_is_one_nudge(wall, workshop):
    announce(workshop, "statements-changed")
    announce(workshop, "statements-changed")
    db.session.commit()

    assert wall.heard() == ["statements-changed"]


def test_a_name_that_is_not_listed_is_refused(workshop):
    with pytest.raises(ValueError, match="not listed"):
        announce(workshop, "something-changed")


def test_a_socket_without_a_pass_is_turned_away(app, workshop):
    from facilitator.live import socketio

    socket = socketio.test_client(app, auth={"workshop": workshop.id, "as": "phone"})

    assert not socket.is_connected()


def test_a_pass_of_one_workshop_opens_no_other(app, workshop, hv, ear_of):
    assert ear_of(hv).socket.is_connected()

    assert not ear_of(hv, workshop_id=workshop.id + 1).socket.is_connected()


def listened_for():
    """Every name a template or script listens for on the body."""
    names = set()
    for file in [*PACKAGE.glob("templates/**/*.html"), *PACKAGE.glob("static/js/*.js")]:
        names |= set(re.findall(r"([a-z]+-changed)", file.read_text(encoding="utf-8")))
    for file in PACKAGE.glob("*/*.py"):
        if "redraw" in (text := file.read_text(encoding="utf-8")) and file.parent.name != "live":
            names |= set(re.findall(r"\"([a-z]+-changed)\"", text))
    return names


def announced():
    names = {"presence-changed"}
    for file in PACKAGE.glob("*/*.py"):
        if file.parent.name != "live":
            names |= set(re.findall(r"\"([a-z]+-changed)\"", file.read_text(encoding="utf-8")))
    return names


def test_every_name_listened_for_is_announced_and_the_other_way_round():
    assert listened_for() == set(NAMES)
    assert announced() == set(NAMES)
