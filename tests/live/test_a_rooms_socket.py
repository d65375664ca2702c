"""How a phone's socket ends: by its own goodbye, by ours, and when something of ours fails."""

import struct
import time

import gevent
import gevent.event
import pytest
from engineio.async_drivers.gevent import Thread

from facilitator.live import room_socket
from facilitator.live.connections import CONNECTION
from facilitator.live.room_server import RoomServer
from facilitator.live.room_socket import MESSAGES, RoomSocket
from facilitator.live.server import listen_on
from tests.live.lines import answer, come

GREETING = (
    b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)
TOO_MUCH = struct.pack("!H", 1008)


@pytest.fixture
def room():
    """A server whose every connection becomes a socket. heard: what came; whoever says "fail" makes us fail."""

    def app(environ, start):
        kinds = {"thread_class": Thread, "event_class": gevent.event.Event}
        phone = environ.pop(CONNECTION).room_socket = RoomSocket(environ, **kinds)
        running.phones.append(phone)
        phone.listen(take_in)
        return []

    def take_in(message):
        running.heard.append(message)
        if message == "fail":
            raise LookupError("something of ours")

    running = RoomServer(listen_on("127.0.0.2", 0), app, "127.0.0.2")
    running.heard, running.phones = [], []
    running.start()
    yield running
    running.stop()


@pytest.fixture
def line(room):
    with come(room) as line:
        line.sendall(GREETING)
        answer(line, b"\r\n\r\n")
        yield line


def said(text):
    """A message as a browser sends it, masked with noughts."""
    head = bytes([0x81, 0x80 | len(text)]) if len(text) < 126 else b"\x81\xfe" + struct.pack("!H", len(text))
    return head + bytes(4) + text


def seconds_to_the_end(line):
    began = time.monotonic()
    try:
        while line.recv(1000):
            pass
    except ConnectionResetError:
        pass
    return time.monotonic() - began


def is_forgotten(room):
    gevent.sleep(0.05)  # the server is in this process, and takes its turn after us
    return not room.connected and not room.kept


def test_what_is_said_after_a_while_is_heard_in_order(room, line):
    """Seen to fail when a socket does not rest again after it has read."""
    for text in (b"one", b"two", b"three"):
        line.sendall(said(text))
        gevent.sleep(0.05)

    assert room.heard == ["one", "two", "three"]


def test_when_something_of_ours_fails_the_line_ends_and_counts_no_more(room, line, capfd):
    """Seen to fail when a failure leaves the socket connected: it rests again."""
    line.sendall(said(b"fail"))

    assert seconds_to_the_end(line) < 1
    assert is_forgotten(room)


def test_who_says_too_much_at_once_hears_so_and_has_time_to_answer(room, line):
    """Seen to fail when the line ends with the goodbye: what had not been read by then takes the goodbye with it."""
    for _ in range(MESSAGES.burst + 50):
        line.sendall(said(b"x" * 500))

    answer(line, TOO_MUCH)
    assert seconds_to_the_end(line) > room_socket.GOODBYE / 2
    assert len(room.heard) == MESSAGES.burst
    assert is_forgotten(room)


def test_who_answers_our_goodbye_is_hung_up_on_at_once(room, line):
    """Seen to fail when every goodbye is waited out: a browser would come back two seconds later."""
    room.phones[0].close()
    answer(line, b"\x88\x02\x03\xe8")
    line.sendall(b"\x88\x82" + bytes(4) + b"\x03\xe8")

    assert seconds_to_the_end(line) < room_socket.GOODBYE / 2
    assert is_forgotten(room)


def test_who_does_not_answer_our_goodbye_is_hung_up_on_a_little_later(room, line):
    """Seen to fail without hanging up."""
    room.phones[0].close()

    assert room_socket.GOODBYE / 2 < seconds_to_the_end(line) < 2 * room_socket.GOODBYE
    assert is_forgotten(room)
