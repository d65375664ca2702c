"""A connection that waits for its other side: it is there when it is needed, and it counts until it has gone."""

import gevent
import pytest

from facilitator.live import room_server
from facilitator.live.connections import CONNECTION
from facilitator.live.room_server import RoomServer
from facilitator.live.server import listen_on
from tests.live.lines import ROUTER, answer, come

ASKED = b"GET /%b HTTP/1.1\r\nHost: x\r\n\r\n"


def app(environ, start):
    path = environ["PATH_INFO"].encode()
    start("200 OK", [("Content-Length", str(len(path)))])
    return [path]


@pytest.fixture
def server():
    running = RoomServer(listen_on("127.0.0.2", 0), app, "127.0.0.2")
    running.start()
    yield running
    running.stop()


def test_a_connection_that_rests_goes_on_where_it_was(server):
    with come(server) as line:
        for number in (b"1", b"2", b"3"):
            line.sendall(ASKED % number)
            assert answer(line, b"/" + number).startswith(b"HTTP/1.1 200")
            gevent.sleep(0.05)
            assert server.kept


def test_what_was_asked_together_is_answered_without_asking_again(server):
    """Seen to fail without has_more: what was read ahead would wait for what comes next."""
    third = ASKED % b"third"
    with come(server) as line:
        line.sendall(ASKED % b"first" + ASKED % b"second" + third[:10])
        answer(line, b"/second")
        line.sendall(third[10:])
        answer(line, b"/third")


def test_who_rests_too_long_is_let_go(server, monkeypatch):
    """Seen to fail without the time in Rest."""
    monkeypatch.setattr(room_server, "RESTS_FOR", 0.2)
    with come(server) as line:
        line.sendall(ASKED % b"once")
        answer(line, b"/once")

        assert line.recv(1000) == b""
    assert not server.connected and not server.kept


def test_whoever_rests_counts_among_those_of_its_address_until_it_has_gone(server, monkeypatch):
    """Seen to fail when a connection is no longer counted once it rests, and when it is still counted after its end."""
    monkeypatch.setattr(room_server, "MOST_CONNECTIONS", 3)
    lines = [come(server) for _ in range(3)]
    for line in lines:
        line.sendall(ASKED % b"in")
        answer(line, b"/in")
    with come(server) as one_more:
        assert one_more.recv(1000) == b""

    for line in lines:
        line.close()
    gevent.sleep(0.1)

    assert not server.connected and not server.kept
    with come(server) as later:
        later.sendall(ASKED % b"later")
        answer(later, b"/later")


def test_a_phones_socket_counts_until_it_has_ended(server, monkeypatch):
    """Seen to fail without room_socket.at_end in hand_over."""
    ends = []

    class Became:
        at_end = ends.append

    def upgrade(environ, start):
        environ[CONNECTION].room_socket = Became
        return []

    server.application = upgrade
    with come(server) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
        gevent.sleep(0.1)
        assert server.connected == {ROUTER: 1}
        ends[0]()

    assert not server.connected and not server.kept
