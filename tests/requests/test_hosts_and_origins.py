"""Forty probes of a real server: names it must not answer to, and pages that must not send to it."""

import pytest

USUAL = (
    "content-security-policy: default-src 'none'",
    "x-content-type-options: nosniff",
    "x-frame-options: deny",
    "referrer-policy: same-origin",
    "cross-origin-opener-policy: same-origin",
    "cross-origin-resource-policy: same-origin",
    "permissions-policy: camera=()",
    "cache-control: no-store",
)
SOCKET = "/socket.io/?EIO=4&transport=websocket"
UPGRADE = (
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
)


def carries_the_usual_headers(answer):
    return [header for header in USUAL if header not in answer.lower()] == []


# {port} is ours. Each of these names is somebody else's, or made to look like ours.
FOREIGN = (
    "evil.example",
    "evil.example:{port}",
    "127.0.0.1",  # another port than ours
    "127.0.0.1:1",
    "localhost:80",
    "localhost.evil.example:{port}",
    "127.0.0.1.evil.example:{port}",
    "localhost@evil.example:{port}",
    "evil.example#localhost:{port}",
    "localhost.:{port}",
    "0.0.0.0:{port}",
    "127.1:{port}",
    "2130706433:{port}",
    "0x7f000001:{port}",
    "192.168.8.2:{port}",  # an address that the room was not opened on
    "[::]:{port}",
    "[::ffff:127.0.0.1]:{port}",
    "localhost:{port},evil.example",
    "localhost:{port} evil.example",
    "",
)


@pytest.mark.parametrize("host", FOREIGN)
def test_a_name_that_is_not_ours_gets_nothing(server, host):
    lines = ["GET /join HTTP/1.1", f"Host: {host.format(port=server.port)}", "Connection: close"]

    status, answer = server.ask(lines)

    assert status in (400, 421), answer[:100]
    assert "The code on the wall" not in answer
    assert carries_the_usual_headers(answer)


@pytest.mark.parametrize("host", ["evil.example:{port}", "192.168.8.2:{port}", "localhost:{port},evil.example"])
def test_nor_does_a_socket(server, host):
    host = host.format(port=server.port)
    status, answer = server.ask([f"GET {SOCKET} HTTP/1.1", f"Host: {host}", f"Origin: http://{host}", *UPGRADE])

    assert status == 421
    assert carries_the_usual_headers(answer)


@pytest.mark.parametrize(
    "lines",
    [
        ["GET /join HTTP/1.1", "Connection: close"],
        ["GET /join HTTP/1.0"],
        ["GET /join HTTP/1.1", "Host: localhost:{port}", "Host: evil.example", "Connection: close"],
        ["GET http://evil.example/join HTTP/1.1", "Host: evil.example", "Connection: close"],
        ["GET /join HTTP/1.1", "Host: evil.example", "X-Forwarded-Host: localhost:{port}", "Connection: close"],
    ],
    ids=["no host", "an old request", "two hosts", "a whole address", "a forwarded host"],
)
def test_a_host_given_in_an_odd_way_gets_nothing(server, lines):
    status, answer = server.ask([line.format(port=server.port) for line in lines])

    assert status in (400, 421)
    assert "The code on the wall" not in answer
    assert carries_the_usual_headers(answer)


@pytest.mark.parametrize("host", ["localhost:{port}", "127.0.0.1:{port}", "LOCALHOST:{port}", "[::1]:{port}"])
def test_our_own_names_are_answered(server, host):
    host = host.format(port=server.port)
    status, answer = server.ask(["GET /join HTTP/1.1", f"Host: {host}", "Connection: close"])

    assert status == 200
    assert carries_the_usual_headers(answer)
    assert f"ws://{host.lower()}" in answer


# What another page's browser would say of itself.
ELSEWHERE = (
    ["Origin: http://evil.example"],
    ["Origin: null"],
    ["Origin: http://127.0.0.1:{port}.evil.example"],
    ["Origin: http://localhost:{port}"],  # the same laptop by its other name is another origin
    ["Origin: https://127.0.0.1:{port}"],
    ["Origin: http://127.0.0.1"],
    ["Origin: file://"],
    ["Origin: http://127.0.0.1:{port}", "Sec-Fetch-Site: cross-site"],
    ["Sec-Fetch-Site: cross-site"],
    ["Sec-Fetch-Site: same-site"],
)


@pytest.mark.parametrize("said", ELSEWHERE)
def test_a_form_sent_by_another_page_is_refused_at_the_gate(server, said):
    status, answer = server.ask(posting(server, *said), b"code=ABC234")

    assert status == 403
    assert "sent by another page" in answer
    assert carries_the_usual_headers(answer)


@pytest.mark.parametrize("said", [*ELSEWHERE, []])
def test_so_is_a_socket_opened_by_another_page_and_one_that_does_not_say(server, said):
    said = [line.format(port=server.port) for line in said]
    status, _ = server.ask([f"GET {SOCKET} HTTP/1.1", f"Host: 127.0.0.1:{server.port}", *said, *UPGRADE])

    assert status == 403


@pytest.mark.parametrize("said", [["Origin: http://127.0.0.1:{port}"], ["Sec-Fetch-Site: same-origin"], []])
def test_our_own_page_and_an_old_phone_get_as_far_as_the_second_lock(server, said):
    """The CSRF token, which is missing here."""
    status, answer = server.ask(posting(server, *said), b"code=ABC234")

    assert status == 400
    assert "open for too long" in answer
    assert carries_the_usual_headers(answer)


def test_our_own_page_may_open_a_socket(server):
    own = [f"Host: 127.0.0.1:{server.port}", f"Origin: http://127.0.0.1:{server.port}"]

    status, answer = server.ask([f"GET {SOCKET} HTTP/1.1", *own, *UPGRADE])

    assert status == 101
    assert carries_the_usual_headers(answer)


def test_another_page_may_lead_here_but_not_fetch_from_here(server):
    ours = ["GET /join HTTP/1.1", f"Host: 127.0.0.1:{server.port}", "Connection: close", "Sec-Fetch-Site: cross-site"]

    assert server.ask([*ours, "Sec-Fetch-Mode: navigate"])[0] == 200
    assert server.ask([*ours, "Sec-Fetch-Mode: no-cors"])[0] == 403


def posting(server, *said):
    given = [f"Host: 127.0.0.1:{server.port}", "Content-Length: 11", "Connection: close"]
    given += ["Content-Type: application/x-www-form-urlencoded"]
    return ["POST /join HTTP/1.1", *given, *(line.format(port=server.port) for line in said)]
