"""Somebody's line to a server that runs in this process, from an address that is not the laptop's own."""

from gevent import socket

ROUTER = "127.0.0.9"


def come(server):
    line = socket.create_connection(("127.0.0.2", server.server_port), 5, source_address=(ROUTER, 0))
    line.settimeout(5)
    return line


def answer(line, until):
    """What comes until these words do."""
    came = b""
    while until not in came:
        more = line.recv(1000)
        assert more, f"The connection was closed after {came}"
        came += more
    return came
