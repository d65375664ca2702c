"""Somebody who asks for too much, too slowly or without end, and the others who go on regardless."""

import time

import gevent
import pytest
from werkzeug.test import EnvironBuilder

from facilitator.access import gate
from facilitator.access.door import PHONE_COOKIE
from facilitator.access.pace import DEVICE, STRANGERS, Pace
from facilitator.live import connections

ROUTER = {"REMOTE_ADDR": "192.168.8.9"}


def test_strangers_behind_the_rooms_router_wait_and_who_is_in_goes_on(app, outsider, hv, monkeypatch):
    monkeypatch.setattr(gate, "REFUSED_AFTER", 0)
    frozen = time.monotonic()  # or a slow machine earns it back meanwhile
    monkeypatch.setattr(app.extensions["pace"], "clock", lambda: frozen)
    in_room = f"/w/{hv.code}/now"
    assert hv.client.get(in_room, environ_base=ROUTER).status_code == 200

    app.extensions["pace"].take(ROUTER["REMOTE_ADDR"], STRANGERS, STRANGERS.burst - 2)
    answers = [outsider.get("/join", environ_base=ROUTER) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 503, 503]
    assert answers[-1].headers["Refresh"] == "3"
    assert hv.client.get(in_room, environ_base=ROUTER).status_code == 200


def test_who_is_in_goes_before_the_strangers_who_wait(app, hv, monkeypatch):
    """Seen to fail without let_the_room_go_first: then everybody is answered in the order they came in."""
    gates, order = app.wsgi_app, []
    assert hv.client.get(f"/w/{hv.code}/now", environ_base=ROUTER).status_code == 200
    mine = f"{PHONE_COOKIE}={hv.client.get_cookie(PHONE_COOKIE).value}"

    def inner(environ, start_response):
        order.append(environ["who"])
        if len(order) == 1:
            greenlets.append(gevent.spawn(ask, "in the room", mine))
        start_response("200 OK", [])
        return []

    def ask(who, cookies=""):
        asked = EnvironBuilder("/join", headers={"Cookie": cookies}, environ_overrides=ROUTER | {"who": who})
        return gates(asked.get_environ(), lambda *_: None)

    monkeypatch.setattr(gates, "app", inner)
    greenlets = [gevent.spawn(ask, f"stranger {number}") for number in range(5)]
    gevent.wait(list(greenlets), timeout=5)
    gevent.wait(greenlets, timeout=5)

    assert order == ["stranger 0", "in the room", *(f"stranger {number}" for number in range(1, 5))]


def test_in_a_room_never_at_rest_strangers_come_in_all_the_same(app, outsider, monkeypatch):
    """Seen to fail without STRANGERS_WAIT_AT_MOST."""
    monkeypatch.setattr(gate, "STRANGERS_WAIT_AT_MOST", 0.05)
    monkeypatch.setattr(gevent, "idle", lambda: gevent.sleep(60))

    assert outsider.get("/join", environ_base=ROUTER).status_code == 200


def test_a_made_up_pass_does_not_count_as_a_device_of_its_own(app, outsider, monkeypatch):
    monkeypatch.setattr(gate, "REFUSED_AFTER", 0)
    app.extensions["pace"].take(ROUTER["REMOTE_ADDR"], STRANGERS, STRANGERS.burst)
    outsider.set_cookie("phone", "made-up")

    assert outsider.get("/join", environ_base=ROUTER).status_code == 503


def test_a_device_gets_its_allowance_and_no_more():
    clock = [0.0]
    pace = Pace(lambda: clock[0])
    pace.remember(["a pass"])
    for _ in range(1000):
        pace.let_through("192.168.8.9", ["a pass"])
    clock[0] += 10

    let = sum(pace.let_through("192.168.8.9", ["a pass"]) for _ in range(1000))

    assert let == DEVICE.rate * 10
    assert pace.let_through("192.168.8.9", ["another"])
    assert all(pace.let_through("127.0.0.1", []) for _ in range(5000))


def test_three_hundred_phones_may_come_in_through_one_router_within_a_minute():
    clock = [0.0]
    pace = Pace(lambda: clock[0])
    stopped = 0
    for _ in range(300):
        clock[0] += 0.1
        stopped += not all(pace.let_through("192.168.8.1", []) for _ in range(6))
        stopped += not all(pace.let_through("192.168.8.1", [], 0.2) for _ in range(12))

    assert stopped == 0


def test_who_never_finishes_asking_is_let_go(server):
    begun = [b"", b"GET /join HTT", b"GET /join HTTP/1.1\r\nHost: localhost\r\nX-Slow: "]
    wires = [server.connect(within=connections.HEADERS_WITHIN + 5) for _ in begun]
    for wire, words in zip(wires, begun, strict=True):
        wire.sendall(words)

    # A line that is still open after this time raises a TimeoutError.
    for wire in wires:
        with wire:
            while wire.recv(1024):
                pass


def test_who_never_finishes_sending_is_told_so(app, outsider, monkeypatch):
    monkeypatch.setattr(gate, "BODY_WITHIN", 0.2)

    class Slow:
        def read(self, length):
            gevent.sleep(5)
            return b""

    answer = outsider.post("/join", environ_overrides={"wsgi.input": Slow(), "CONTENT_LENGTH": "100"})

    assert answer.status_code == 408
    assert "did not arrive in time" in answer.text


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (["Content-Length: 262145"], 413),
        (["Content-Length: 9999999999999"], 413),
        (["Transfer-Encoding: chunked"], 411),
        (["Content-Length: 5", "Transfer-Encoding: chunked"], 411),
        (["Content-Length: -1"], 400),
        (["Content-Length: five"], 400),
        (["Content-Length: 5", "Content-Length: 50"], 400),
    ],
)
def test_a_body_that_is_too_large_or_does_not_say_its_size_is_not_read(server, lines, status):
    ours = ["POST /join HTTP/1.1", f"Host: 127.0.0.1:{server.port}", "Connection: close", *lines]

    got, answer = server.ask(ours, b"hello")

    assert got == status
    assert "default-src 'none'" in answer


@pytest.mark.parametrize(
    "line", ["GET /" + "a" * 9000 + " HTTP/1.1", "NONSENSE", "GET / HTTP/7.7", "GET /\0 HTTP/1.1", "\x16\x03\x01\x02"]
)
def test_the_servers_own_errors_carry_the_headers_and_tell_nothing(server, line):
    status, answer = server.ask([line, f"Host: evil-{server.port}"])

    assert status in (400, 414, 421)
    assert "default-src 'none'" in answer
    assert "evil" not in answer and "aaa" not in answer and "Traceback" not in answer
