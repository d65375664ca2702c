"""When a whole room gives something at once, saving goes before drawing."""

import gevent
import pytest

from facilitator.live import acts_first
from facilitator.live.room_server import RoomServer
from facilitator.live.server import listen_on
from tests.live.lines import answer, come

SAVE = b"POST /save HTTP/1.1\r\nHost: x\r\nHX-Request: true\r\nContent-Length: 0\r\n\r\n"
DRAW = b"GET /%b HTTP/1.1\r\nHost: x\r\nHX-Request: true\r\n\r\n"
PAGE = b"GET /page HTTP/1.1\r\nHost: x\r\n\r\n"


class Room:
    """A server that notes in what order it was asked; `meanwhile` happens while the first of it is answered."""

    def __init__(self):
        self.order, self.meanwhile = [], lambda: None
        self.server = RoomServer(listen_on("127.0.0.2", 0), self.app, "127.0.0.2")

    def app(self, environ, start):
        path = environ["PATH_INFO"][1:]
        self.order.append(path)
        if len(self.order) == 1:
            self.meanwhile()
        start("200 OK", [("Content-Length", "2")])
        return [b"ok"]


@pytest.fixture
def room():
    room = Room()
    room.server.start()
    yield room
    room.server.stop()


@pytest.fixture
def lines(room):
    """Four lines that have been answered once, and rest."""
    lines = [come(room.server) for _ in range(4)]
    for line in lines:
        line.sendall(PAGE)
        answer(line, b"ok")
    room.order.clear()
    gevent.sleep(0.05)
    yield lines
    for line in lines:
        line.close()


def test_who_gives_something_goes_before_what_is_drawn_anew(room, lines):
    """Seen to fail without let_acts_go_first."""
    console, wall, phone, other = lines
    for line, asked in ((console, DRAW % b"console"), (phone, SAVE), (other, SAVE), (wall, DRAW % b"wall")):
        line.sendall(asked)
    for line in lines:
        answer(line, b"ok")

    assert room.order[:2] == ["save", "save"]
    assert sorted(room.order[2:]) == ["console", "wall"]


def test_who_comes_while_one_part_is_drawn_goes_before_the_next(room, lines):
    """Seen to fail without the turn: then all parts that waited are begun together."""
    console, wall, phone, _ = lines
    room.meanwhile = lambda: phone.sendall(SAVE)
    console.sendall(DRAW % b"console")
    wall.sendall(DRAW % b"wall")
    for line in (console, wall, phone):
        answer(line, b"ok")

    assert room.order[1] == "save"
    assert sorted(room.order) == ["console", "save", "wall"]


def test_a_page_somebody_opens_does_not_wait(room, lines, monkeypatch):
    monkeypatch.setattr(gevent, "idle", lambda: pytest.fail("It waited for others."))
    lines[0].sendall(PAGE)

    answer(lines[0], b"ok")


def test_screens_follow_a_crowd_that_does_not_end(room, lines, monkeypatch):
    """Seen to fail without SCREENS_WAIT_AT_MOST."""
    monkeypatch.setattr(acts_first, "SCREENS_WAIT_AT_MOST", 0.05)
    monkeypatch.setattr(gevent, "idle", lambda: gevent.sleep(60))
    for line in lines[:2]:
        line.sendall(DRAW % b"wall")

    for line in lines[:2]:
        answer(line, b"ok")


def test_phones_that_draw_their_stage_wait_for_a_crowd_longer_than_screens_do(room, lines, monkeypatch):
    """Seen to fail with one wait for all: hundreds of stages were drawn while others waited to be saved."""
    monkeypatch.setattr(acts_first, "SCREENS_WAIT_AT_MOST", 0.1)
    monkeypatch.setattr(acts_first, "STAGES_WAIT_AT_MOST", 0.6)
    monkeypatch.setattr(gevent, "idle", lambda: gevent.sleep(60))
    phone, console, *_ = lines
    phone.sendall(DRAW % b"w/ABC234/stage")
    gevent.sleep(0.05)
    console.sendall(DRAW % b"w/ABC234/console/stage")

    answer(console, b"ok")
    assert room.order == ["w/ABC234/console/stage"]
    answer(phone, b"ok")
