"""Engine.IO's side of a socket of the room: it writes at once and counts its signs of life without a greenlet.

The library keeps three greenlets for each phone: one that reads, one that waits for something to write, one that sleeps
until the next sign of life. A send of ours never waits (whole_sends.py) and what comes begins a greenlet
(resting.py), so none is needed. (docs/performance.md has what that saves)
"""

import time
from contextlib import suppress

import gevent
from engineio.exceptions import SocketIsClosedError, UnknownPacketError
from engineio.packet import PING, Packet
from engineio.socket import Socket


class RoomEngineSocket(Socket):
    """An Engine.IO socket over WebSocket alone. line: the WebSocket once it stands."""

    line = None

    def _websocket_handler(self, line):
        """Whoever opened the WebSocket runs this; from then on what comes is taken in as it comes."""
        self.connected = self.upgraded = True
        while not self.queue.empty():  # what it was greeted with before the line stood
            line.send(self.queue.get().encode())
        self.line = line
        line.ws.at_end(self.ended)
        line.ws.listen(self.take_in)
        return []

    def take_in(self, came):
        """One message of the phone."""
        with suppress(UnknownPacketError):
            try:
                self.receive(Packet(encoded_packet=came))
            except (SocketIsClosedError, ValueError):
                self.ended()

    def ended(self):
        self.close(abort=True, reason=self.server.reason.TRANSPORT_CLOSE)
        self.server.sockets.pop(self.sid, None)

    def send(self, pkt):
        """Write a packet now, or keep it until the line stands. To a line that has ended nothing is said."""
        if not self.check_ping_timeout():
            return
        if self.line is None:
            self.queue.put(pkt)
        else:
            with suppress(OSError):
                self.line.send(pkt.encode())

    def close(self, wait=True, abort=False, reason=None):
        """There is no queue to wait for: what was to be said has been said."""
        super().close(wait=False, abort=abort, reason=reason)
        if self.line:
            self.line.close()

    def schedule_ping(self):
        """The next sign of life, when the last one was answered."""
        if self.last_ping:
            self.last_ping = None
            gevent.spawn_later(self.server.ping_interval, self.ask)

    def ask(self):
        if not self.closing and not self.closed:
            self.last_ping = time.time()
            self.send(Packet(PING))
