"""Leaving, being taken off, signing out, a helper's pass ended, the workshop closed: the sockets go with the pass."""

import pytest

from facilitator.access.actions import find_pass, issue_pass
from facilitator.access.door import LEADER_COOKIE
from facilitator.db import db, now
from facilitator.live import socketio


def listening(app, client, workshop):
    auth = {"workshop": workshop.id, "as": "console"}
    return socketio.test_client(app, flask_test_client=client, auth=auth)


def test_leaving_closes_the_phones_socket(hv, ear_of):
    ear = ear_of(hv)
    assert ear.socket.is_connected()

    hv.post("/leaving")

    assert not ear.socket.is_connected()


def test_signing_out_closes_the_console_and_leaves_the_others(app, leader, wall, workshop):
    console = listening(app, leader, workshop)
    assert console.is_connected()

    leader.post("/sign-out")

    assert not console.is_connected()
    assert wall.socket.is_connected()


def test_a_pass_whose_end_was_taken_back_keeps_its_socket(hv, ear_of):
    ear = ear_of(hv)

    find_pass(hv.token).ended_at = now()
    db.session.rollback()
    db.session.commit()

    assert ear.socket.is_connected()


def test_a_workshop_that_closes_tells_the_phones_and_lets_them_go(leader, hv, ear_of, wall, workshop):
    ear = ear_of(hv)

    leader.post(f"/w/{workshop.code}/closing")
    heard = ear.heard()
    socketio.sleep(0.9)

    assert heard == ["stage-changed"]
    assert not ear.socket.is_connected()
    assert wall.socket.is_connected()
    assert not ear_of(hv).socket.is_connected()
    assert "stopped here" in hv.get().text
    assert hv.get("/mine").status_code == 200


def test_a_workshop_that_opens_again_hears_its_phones_again(leader, hv, ear_of, workshop):
    leader.post(f"/w/{workshop.code}/closing")
    leader.post(f"/w/{workshop.code}/opening")

    assert ear_of(hv).socket.is_connected()


def test_signing_in_again_ends_the_pass_this_browser_had(app, outsider, workshop):
    old = issue_pass("scribe", workshop=workshop)
    db.session.commit()
    outsider.set_cookie(LEADER_COOKIE, old)

    outsider.post("/unlock", data={"passphrase": "four plain words here"})

    assert find_pass(old) is None
    assert outsider.get_cookie(LEADER_COOKIE).value != old
    assert outsider.get("/reviews").status_code == 200


@pytest.mark.parametrize("path", ["/console", "/wall"])
def test_a_pass_in_the_browser_that_has_ended_opens_nothing(leader, workshop, path):
    cookie = leader.get_cookie(LEADER_COOKIE).value
    leader.post("/sign-out")

    leader.set_cookie(LEADER_COOKIE, cookie)

    assert leader.get(f"/w/{workshop.code}{path}").status_code == 403
