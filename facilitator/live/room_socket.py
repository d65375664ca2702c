"""A WebSocket of the room: small messages, not too many of them, the usual headers on its greeting."""

import io
import socket
import time
from contextlib import suppress
from dataclasses import replace

import gevent
import simple_websocket
from wsproto import ConnectionType, WSConnection
from wsproto.events import AcceptConnection
from wsproto.utilities import ProtocolError

from facilitator.access.headers import usual_headers
from facilitator.access.pace import Allowance, left_after
from facilitator.live.resting import Rest
from facilitator.live.whole_sends import WholeSends

LARGEST_MESSAGE = 64 * 1024  # bytes; a socket carries names, never words
GOODBYE = 2  # seconds
# A phone says "I am alive" every ten seconds, and whether somebody types on it.
MESSAGES = Allowance(rate=5, burst=50)


class Greeting(WSConnection):
    """The protocol's own side of a socket, with our headers on its first answer."""

    def send(self, event):
        if isinstance(event, AcceptConnection):
            ours = [(name.encode(), value.encode()) for name, value in usual_headers().items()]
            event = replace(event, extra_headers=ours)
        return super().send(event)


class RoomSocket(simple_websocket.Server):
    """No compression either (160 instead of 68 kB a phone), and no greenlet while nothing comes.

    line: the socket it came by, without what we put around it.
    """

    rests = said_goodbye = False

    def __init__(self, environ, **settings):
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        # The library takes this one as it is. Of gevent's it would make a copy, and the loop cannot tell the two apart.
        environ["werkzeug.socket"] = environ["wsgi.input"].raw._sock
        # What it came with is kept. Its buffer may not be: the line does not end before whoever reads from it is gone.
        environ["wsgi.input"] = io.BytesIO()
        self.left, self.counted = MESSAGES.burst, time.monotonic()
        self.ends = []
        super().__init__(environ, max_message_size=LARGEST_MESSAGE, **settings)

    def handshake(self):
        self.line = self.sock
        self.sock = WholeSends(self.sock)
        self.ws = Greeting(ConnectionType.SERVER)
        super().handshake()
        # What only the greeting needed is some 10 kB a phone.
        self.ws = self.ws.connection or self.ws

    def close(self, reason=None, message=None):
        """Say goodbye, and hang up shortly after: somebody who does not answer would keep the line for ever."""
        super().close(reason, message)
        self.said_goodbye = True
        gevent.spawn_later(GOODBYE, self.hang_up)

    def hang_up(self):
        with suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)  # wakes whoever rests
        if not self.rests:
            self.end()

    def _thread(self):
        """Nothing. The library would have a thread read for each phone."""

    def listen(self, take_in):
        """From now on take_in(message) is called for each message, one after the other."""
        self.take_in = take_in
        self.rest()

    def at_end(self, act):
        """act() is called once the line has ended, whoever ended it."""
        self.ends.append(act)

    def rest(self):
        self.rests = True
        Rest(self.line, self.read_on)

    def read_on(self, came):
        """Take in what has come, and rest again or end. Whoever was just said goodbye to is given time to hear it."""
        self.rests, was_open = False, self.connected
        try:
            self.read()
            while self.connected and self.sock.has_more():
                self.read()
        except Exception:
            self.connected = False
            raise
        finally:
            if self.connected:
                self.rest()
            elif not (was_open and self.said_goodbye):
                self.end()

    def read(self):
        """Take in one piece. A line that breaks, and what is no WebSocket, end it."""
        try:
            came = self.sock.recv(self.receive_bytes)
            if came and self.connected:
                self.ws.receive_data(came)
                self.connected = self._handle_events()
            else:
                self.connected = False
        except (OSError, ProtocolError):
            self.connected = False
        while self.input_buffer and self.is_in_measure():
            self.take_in(self.input_buffer.pop(0))

    def is_in_measure(self):
        """Count a message. Who says too much at once is let go."""
        self.left, self.counted = left_after(self.left, self.counted, time.monotonic(), MESSAGES)
        if self.left < 0 and self.connected:
            self.close(reason=1008, message="Too much was said at once")
        return self.left >= 0

    def end(self):
        self.sock.close()
        while self.ends:
            self.ends.pop()()

    def post(self, frame):
        """Send a frame that is ready for the wire. A socket that is gone is told nothing; its reader sees to it."""
        if self.connected:
            with suppress(OSError):
                self.sock.send(frame)
