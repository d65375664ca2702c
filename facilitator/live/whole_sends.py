"""Writing to somebody who may read slowly, or not at all, without ever waiting for them."""

import socket
import ssl
from collections import deque
from contextlib import suppress

import gevent

MOST_WAITING = 256 * 1024  # bytes that may wait for a slow reader: an hour's nudges
PATIENCE = 90  # seconds in which a reader must take something


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

    def has_more(self):
        """Whether something lies decrypted here, which nobody who watches the line would hear of."""
        return self._waits and bool(self._socket.pending())

    def drop(self):
        """Give this reader up. Whoever waits for its next word finds the socket closed, and tidies up."""
        self.dropped = True
        self._waiting.clear()
        self._size = 0
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def __getattr__(self, name):
        return getattr(self._socket, name)
