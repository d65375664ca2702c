"""What a socket may not do: be huge, be many, talk without end."""

import json
import os
import re
import struct
import sys
import time
from pathlib import Path

import pytest

from facilitator.live.rooms import MOST_SOCKETS

MIB = 2**20


def test_a_frame_of_two_hundred_megabytes_ends_the_socket_and_takes_no_memory(server):
    with open_socket(server) as wire:
        before = server.memory
        size = 200 * MIB
        wire.sendall(bytes([0x81, 0xFF]) + struct.pack(">Q", size) + b"\0\0\0\0")
        sent, most = 0, before
        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            while sent < size:
                sent += wire.send(b"a" * 65536)
                most = max(most, server.memory)

    assert sent < 20 * MIB
    assert most - before < 10 * MIB


def test_a_person_has_eight_sockets_and_no_ninth(app, workshop, hv, ear_of):
    ears = [ear_of(hv) for _ in range(MOST_SOCKETS + 1)]

    assert [ear.socket.is_connected() for ear in ears] == [True] * 8 + [False]


def test_closing_one_makes_room_for_another(app, workshop, hv, ear_of):
    ears = [ear_of(hv) for _ in range(MOST_SOCKETS)]

    ears[0].socket.disconnect()

    assert ear_of(hv).socket.is_connected()


def test_a_socket_that_talks_without_end_is_closed(server):
    with open_socket(server) as wire:
        began = time.monotonic()
        for _ in range(200):
            try:
                wire.sendall(frame(b"3"))
            except OSError:
                break
        ended = False
        while not ended:
            ended = is_over(wire)

    assert ended
    assert time.monotonic() - began < 15, "this was the heartbeat, which ends every socket that does not answer"


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux tells which sockets another process has open.")
def test_a_socket_that_ended_leaves_nothing_open(server):
    """Whether its owner said goodbye, hung up in the middle of a word, or was shown out for talking too much."""
    before = sockets_of(server)
    wires = [open_socket(server) for _ in range(9)]
    assert sockets_of(server) > 9  # these and the one it listens on; one of an earlier test may just have gone

    for wire in wires[:3]:
        wire.sendall(b"\x88\x80\0\0\0\0")
    for wire in wires[3:6]:
        wire.sendall(frame(b"3")[:4])
    for wire in wires[:6]:
        wire.close()
    for wire in wires[6:]:
        wire.sendall(frame(b"3") * 60)

    until = time.monotonic() + 8
    while sockets_of(server) > before and time.monotonic() < until:
        time.sleep(0.2)
    assert sockets_of(server) <= before


def sockets_of(server):
    """How many sockets the server holds now."""
    return sum(is_socket(file) for file in Path(f"/proc/{server.process.pid}/fd").iterdir())


def is_socket(path):
    try:
        return str(path.readlink()).startswith("socket:")
    except FileNotFoundError:  # closed since it was listed
        return False


def test_long_polling_is_not_offered(server):
    own = [f"Host: 127.0.0.1:{server.port}", f"Origin: http://127.0.0.1:{server.port}", "Connection: close"]

    status, answer = server.ask(["GET /socket.io/?EIO=4&transport=polling HTTP/1.1", *own])

    assert status == 400
    assert "default-src 'none'" in answer
    assert not re.search(r'"sid"', answer)


def is_over(wire):
    try:
        return not wire.recv(65536)
    except ConnectionResetError:
        return True


def frame(payload):
    mask = os.urandom(4)
    return bytes([0x81, 0x80 | len(payload)]) + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(payload))


def open_socket(server):
    """A socket that has got as far as Engine.IO's greeting."""
    wire = server.connect(within=20)
    lines = ["GET /socket.io/?EIO=4&transport=websocket HTTP/1.1", f"Host: 127.0.0.1:{server.port}"]
    lines += [f"Origin: http://127.0.0.1:{server.port}", "Upgrade: websocket", "Connection: Upgrade"]
    lines += ["Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="]
    wire.sendall("\r\n".join([*lines, "", ""]).encode())
    heard, until = b"", time.monotonic() + 20
    while b"pingInterval" not in heard and time.monotonic() < until:
        heard += wire.recv(65536)
    assert json.loads(heard[heard.index(b"{") : heard.index(b"}") + 1])["maxPayload"]
    return wire
