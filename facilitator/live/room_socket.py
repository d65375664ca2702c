"""A WebSocket of the room: whole sends, small messages, not too many of them, the usual headers on its greeting."""

import socket
import ssl
import time
from collections import deque
from contextlib import suppress
from dataclasses import replace

import gevent
import simple_websocket
from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection
from wsproto.utilities import ProtocolError

from facilitator.access.headers import usual_headers
from facilitator.access.pace import Allowance, left_after

LARGEST_MESSAGE = 64 * 1024  # bytes; a socket carries names, never words
MOST_WAITING = 256 * 1024  # bytes that may wait for a slow reader: an hour's nudges
PATIENCE = 90  # seconds in which a reader must take something
GOODBYE = 2  # seconds
# A phone says "I am alive" every ten seconds, and whether somebody types on it.
MESSAGES = Allowance(rate=5, burst=50)


class WholeSends:
    """A socket whose `send` never waits and never sends half: what the reader is too slow for goes out later, in order.

    simple-websocket ignores short writes: under gevent the stream of a slow reader would be cut in the middle.
    Whoever does not read at all is dropped, and fetches everything when it comes back.
    """

    def __init__(self, sock):
        self._socket = sock
        self._waiting, self._size = deque(), 0
        # A TLS record must go out whole, so nothing is tried there without waiting.
        self._waits = isinstance(sock, ssl.SSLSocket)
        self.dropped = False

    def send(self, data):
        if self.dropped:
            raise BrokenPipeError("This socket was dropped.")
        sent = 0 if self._waiting else self._at_once(data)
        if sent < len(data):
            self._later(data[sent:])
        return len(data)

    def _at_once(self, data):
        if self._waits:
            return 0
        try:
            return self._socket.send(data, 0, 0.0)
        except BlockingIOError:
            return 0

    def _later(self, data):
        self._waiting.append(data)
        self._size += len(data)
        if self._size > MOST_WAITING:
            self.drop()
        elif len(self._waiting) == 1:
            gevent.spawn(self._send_rest)

    def _send_rest(self):
        try:
            while self._waiting:
                with gevent.Timeout(PATIENCE):
                    self._socket.sendall(self._waiting[0])
                self._size -= len(self._waiting.popleft())
        except (OSError, IndexError, gevent.Timeout):
            self.drop()

    def drop(self):
        """Give this reader up. Whoever waits for its next word finds the socket closed, and tidies up."""
        self.dropped = True
        self._waiting.clear()
        self._size = 0
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def __getattr__(self, name):
        return getattr(self._socket, name)


class Greeting(WSConnection):
    """The protocol's own side of a socket, with our headers on its first answer."""

    def send(self, event):
        if isinstance(event, AcceptConnection):
            ours = [(name.encode(), value.encode()) for name, value in usual_headers().items()]
            event = replace(event, extra_headers=ours)
        return super().send(event)


class RoomSocket(simple_websocket.Server):
    """No compression either (160 instead of 68 kB a phone), and no greenlet that does nothing but read."""

    def __init__(self, environ, **settings):
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        self.left, self.counted = MESSAGES.burst, time.monotonic()
        super().__init__(environ, max_message_size=LARGEST_MESSAGE, **settings)

    def handshake(self):
        self.sock = WholeSends(self.sock)
        self.ws = Greeting(ConnectionType.SERVER)
        super().handshake()
        # What only the greeting needed is some 10 kB a phone.
        self.ws = self.ws.connection or self.ws

    def close(self, reason=None, message=None):
        """Say goodbye, and hang up shortly after: somebody who does not answer would keep the line for ever."""
        super().close(reason, message)
        gevent.spawn_later(GOODBYE, hang_up, self.sock)

    def _thread(self):
        """Nothing. The library would have a thread read for each phone; whoever waits for a message reads it here."""

    def receive(self):
        """The next message, waited for. Raises ConnectionClosed when none will come any more."""
        while self.connected and not self.input_buffer:
            self.read()
        if not self.input_buffer:
            raise simple_websocket.ConnectionClosed(self.close_reason, self.close_message)
        message = self.input_buffer.pop(0)
        self.left, self.counted = left_after(self.left, self.counted, time.monotonic(), MESSAGES)
        if self.left < 0:
            self.close(reason=1008, message="Too much was said at once")
        return message

    def read(self):
        """Take in what comes next. A line that breaks, and what is no WebSocket, end it."""
        try:
            came = self.sock.recv(self.receive_bytes)
            self.ws.receive_data(came)
            self.connected = bool(came) and self._handle_events()
        except (OSError, ProtocolError):
            self.connected = False
        if not self.connected:
            self.sock.close()

    def post(self, frame):
        """Send a frame that is ready for the wire. A socket that is gone is told nothing; its reader sees to it."""
        if self.connected:
            with suppress(OSError):
                self.sock.send(frame)


def hang_up(sock):
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
    sock.close()
