"""What keeps a socket open, and what ends it, when nobody says anything: on the wire, with the real server."""

import pytest


@pytest.fixture(scope="module")
def quiet_room(tmp_path_factory, alone):
    return alone("sockets", tmp_path_factory.mktemp("quiet"))


def test_a_phone_that_answers_keeps_its_one_connection(quiet_room):
    """Seen to fail when the server asks for no signs of life: after nine seconds it takes the silence for an end."""
    assert quiet_room["answers"]["closed"] is None
    assert quiet_room["answers"]["asked"] >= 3


def test_a_phone_that_answers_nothing_is_let_go_after_nine_seconds(quiet_room):
    assert quiet_room["deaf"]["asked"] == 1
    assert 6 < quiet_room["deaf"]["closed"] < 13


def test_a_phone_that_has_left_is_hung_up_on_though_it_will_not(quiet_room):
    """Seen to fail without hanging up in live/leaving.py, and without closing the line in live/room_engine.py."""
    assert quiet_room["stubborn"]["closed"] < 5
