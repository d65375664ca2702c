"""A WebSocket that listens, as light as it can be made: what is measured is the server, not three hundred clients.

It speaks just enough of RFC 6455, and on top of it of Engine.IO 4 and Socket.IO 5 when it is given words to enter with.
"""

import asyncio
import base64
import json
import os
import struct
from urllib.parse import urlsplit

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


class Ear(asyncio.Protocol):
    """One open socket. hear(text, moment): called for each event, with the loop's time at which its bytes came.

    auth: what a page says of itself when it enters a workshop; None for the bare server, which asks nothing.
    """

    def __init__(self, hear, host, path, cookie="", auth=None):
        self.hear, self.host, self.path, self.cookie, self.auth = hear, host, path, cookie, auth
        loop = asyncio.get_running_loop()
        self.time, self.entered, self.lost = loop.time, loop.create_future(), loop.create_future()
        self.rest, self.upgraded = b"", False

    def connection_made(self, transport):
        self.transport = transport
        key = base64.b64encode(os.urandom(16)).decode()
        lines = [
            f"GET {self.path} HTTP/1.1", f"Host: {self.host}", f"Origin: http://{self.host}", "Upgrade: websocket",
            "Connection: Upgrade", f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", f"Cookie: {self.cookie}",
        ]  # fmt: skip
        transport.write("\r\n".join([*lines, "", ""]).encode())

    def data_received(self, data):
        moment = self.time()
        self.rest += data
        if not self.upgraded and not self.upgrade():
            return
        for opcode, payload in self.frames():
            self.received(opcode, payload, moment)

    def upgrade(self):
        head, end, rest = self.rest.partition(b"\r\n\r\n")
        if not end:
            return False
        if b" 101 " not in head.split(b"\r\n")[0]:
            self.fail(ConnectionRefusedError(head.split(b"\r\n")[0].decode()))
            return False
        self.upgraded, self.rest = True, rest
        if self.auth is None:
            self.entered.set_result(self)
        return True

    def frames(self):
        """Whole frames that have come: (opcode, payload). A server's frames are not masked."""
        while len(self.rest) >= 2:
            size, begin = self.rest[1] & 127, 2
            if size > 125:
                begin = 4 if size == 126 else 10
                if len(self.rest) < begin:
                    return
                size = struct.unpack("!H" if begin == 4 else "!Q", self.rest[2:begin])[0]
            if len(self.rest) < begin + size:
                return
            frame, self.rest = self.rest[: begin + size], self.rest[begin + size :]
            yield frame[0] & 15, frame[begin:]

    def received(self, opcode, payload, moment):
        if opcode == PING:
            self.send(payload, PONG)
        elif opcode == CLOSE:
            self.transport.close()
        elif self.auth is None or payload.startswith(b"42"):
            self.hear(payload, moment)
        elif payload.startswith(b"0"):
            self.send(b"40" + json.dumps(self.auth).encode())
        elif payload == b"2":
            self.send(b"3")
        elif payload.startswith(b"40") and not self.entered.done():
            self.entered.set_result(self)
        elif payload.startswith(b"44"):
            self.fail(ConnectionRefusedError(payload.decode()))

    def send(self, payload, opcode=TEXT):
        """A frame of ours, at most 125 bytes or so: masked as the standard wants, by a mask of zeros."""
        size = struct.pack("!B", 128 | len(payload)) if len(payload) < 126 else struct.pack("!BH", 254, len(payload))
        self.transport.write(bytes([128 | opcode]) + size + bytes(4) + payload)

    def fail(self, error):
        if not self.entered.done():
            self.entered.set_exception(error)
        self.transport.close()

    def connection_lost(self, error):
        self.fail(error or ConnectionResetError("The socket was closed."))
        if not self.lost.done():
            self.lost.set_result(error)

    def close(self):
        self.transport.abort()


async def listen(address, hear, path="/socket.io/?EIO=4&transport=websocket", cookie="", auth=None):
    """Open an Ear and wait until it is in. Refused (ConnectionError) when the server turns it away."""
    url = urlsplit(address)
    loop = asyncio.get_running_loop()
    _, ear = await loop.create_connection(lambda: Ear(hear, url.netloc, path, cookie, auth), url.hostname, url.port)
    await asyncio.wait_for(asyncio.shield(ear.entered), 30)
    return ear
