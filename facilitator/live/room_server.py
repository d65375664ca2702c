"""The connections to our server: how many there may be, and how long each may rest between two requests."""

import contextlib
import ssl
import sys
from collections import Counter
from functools import partial

from gevent.pywsgi import WSGIServer

from facilitator.access.pace import LAPTOP
from facilitator.live.connections import Connection
from facilitator.live.resting import Rest

RESTS_FOR = 75  # seconds between two requests
# A room behind one router is one address: three hundred phones with three connections each.
MOST_CONNECTIONS = 1000


class RoomServer(WSGIServer):
    """gevent's server with our connections, at most so many from one address.

    connected: how many each address has, resting ones and phones' sockets too. kept: the sockets that live on although
    the greenlet that served them ends.
    """

    def __init__(self, listener, app, host, **more):
        # Given here, because gevent would ask the network for a name of this address.
        super().__init__(listener, app, log=None, error_log=sys.stderr, environ={"SERVER_NAME": host}, **more)
        self.connected, self.kept = Counter(), set()

    def handle(self, sock, address):
        who = address[0]
        if who in LAPTOP or self.connected[who] < MOST_CONNECTIONS:
            self.connected[who] += 1
            self.serve(sock, address)

    def serve(self, sock, address, rfile=None):
        """Answer what is asked, until the connection ends or rests."""
        connection = Connection(sock, address, self, rfile)
        try:
            connection.handle()
        finally:
            if not connection.goes_on:
                self.gone(sock, address)

    def rest(self, sock, address, rfile):
        self.kept.add(sock)
        Rest(sock, partial(self.go_on, sock, address, rfile), RESTS_FOR)

    def go_on(self, sock, address, rfile, came):
        self.kept.discard(sock)
        if came:
            self.serve(sock, address, rfile)
        else:
            self.gone(sock, address)
        self.do_close(sock)

    def hand_over(self, sock, address, room_socket):
        self.kept.add(sock)
        room_socket.at_end(partial(self.gone, sock, address))

    def gone(self, sock, address):
        """It ends: it counts no more among those of its address."""
        self.kept.discard(sock)
        self.connected[address[0]] -= 1
        if not self.connected[address[0]]:
            del self.connected[address[0]]

    def do_close(self, sock, *address):
        """What gevent does with the socket of a greenlet that has ended."""
        if sock not in self.kept:
            sock.close()

    def wrap_socket_and_handle(self, client_socket, address):
        """A greeting that is no TLS, or takes too long, is nobody's fault here and is not printed."""
        with contextlib.suppress(ssl.SSLError, OSError):
            sock = self.wrap_socket(client_socket, **self.ssl_args)
            try:
                self.handle(sock, address)
            finally:
                self.do_close(sock)
