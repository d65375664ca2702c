"""One connection to our server: how long it may take, how many there may be, and how little it tells when it fails."""

import contextlib
import ssl
import sys
from collections import Counter
from traceback import walk_tb

import gevent
from gevent.pywsgi import WSGIHandler, WSGIServer

from facilitator.access.headers import usual_headers
from facilitator.access.pace import LAPTOP

FIRST_LINE_WITHIN = 10  # seconds from the connection to its first request
NEXT_LINE_WITHIN = 75  # seconds a connection may rest between two requests
HEADERS_WITHIN = 10
ANSWER_WITHIN = 30  # seconds for a reader to take in each piece of an answer
DISCARD_AT_MOST = 32 * 2**20  # bytes of a refused body that are still read, so that the refusal can be heard
FAREWELL_WITHIN = 20  # seconds for that
READ_AHEAD = 1024  # bytes: of a resting connection they are kept, and most requests are shorter
# A room behind one router is one address: three hundred phones with three connections each.
MOST_CONNECTIONS = 1000


class Connection(WSGIHandler):
    """gevent's handler with deadlines, the usual headers on its own answers, and no word of a request in its errors."""

    requests = 0
    farewell = None

    def __init__(self, sock, address, server, rfile=None):
        super().__init__(sock, address, server, rfile or sock.makefile("rb", READ_AHEAD))

    def read_requestline(self):
        within = NEXT_LINE_WITHIN if self.requests else FIRST_LINE_WITHIN
        self.requests += 1
        with gevent.Timeout(within, OSError("no request in time")):
            return super().read_requestline()

    def read_request(self, raw_requestline):
        with gevent.Timeout(HEADERS_WITHIN, ValueError("headers not in time")):
            return super().read_request(raw_requestline)

    def handle_one_request(self):
        result = super().handle_one_request()
        return (result[0], bare_answer(result[0])) if isinstance(result, tuple) else result

    def start_response(self, status, headers, exc_info=None):
        write = super().start_response(status, headers, exc_info)
        if self.close_connection and not self.farewell:
            self.farewell = gevent.Timeout.start_new(FAREWELL_WITHIN, OSError("the rest not in time"))
            if self.rest_of_body() > DISCARD_AT_MOST:
                self.wsgi_input.content_length = self.wsgi_input.position
        return write

    def rest_of_body(self):
        return (self.wsgi_input.content_length or 0) - self.wsgi_input.position

    def handle_one_response(self):
        try:
            super().handle_one_response()
        finally:
            if self.farewell:
                self.farewell.close()

    def _sendall(self, data):
        with gevent.Timeout(ANSWER_WITHIN, OSError(32, "not taken in in time")):
            super()._sendall(data)

    def _send_error_response_if_possible(self, error_code):
        self.close_connection = True
        if not self.response_length:
            with contextlib.suppress(OSError):
                self._sendall(bare_answer(str(error_code)))

    def _handle_client_error(self, ex):
        return "400", b""

    def _log_error(self, t, v, tb):
        """The kind of error only: gevent would print the request with its address, cookies and browser."""
        *_, last = walk_tb(tb)
        where = f"{last[0].f_code.co_name}:{last[1]}"
        print(f"ERROR in a connection: {t.__name__} in {where}", file=sys.stderr, flush=True)  # noqa: T201


REASONS = {"400": "Bad Request", "414": "URI Too Long", "500": "Internal Server Error"}


def bare_answer(code):
    """An answer without a body, as bytes, for when no application was reached."""
    headers = "".join(f"{name}: {value}\r\n" for name, value in usual_headers().items())
    head = f"HTTP/1.1 {code} {REASONS.get(code, 'Error')}\r\nConnection: close\r\nContent-Length: 0\r\n{headers}\r\n"
    return head.encode()


class RoomServer(WSGIServer):
    """gevent's server with our connections, at most so many from one address."""

    handler_class = Connection

    def __init__(self, listener, app, host, **more):
        # Given here, because gevent would ask the network for a name of this address.
        super().__init__(listener, app, log=None, error_log=sys.stderr, environ={"SERVER_NAME": host}, **more)
        self.connected = Counter()

    def handle(self, sock, address):
        who = address[0]
        if who not in LAPTOP and self.connected[who] >= MOST_CONNECTIONS:
            return
        self.connected[who] += 1
        try:
            super().handle(sock, address)
        finally:
            self.connected[who] -= 1
            if not self.connected[who]:
                del self.connected[who]

    def wrap_socket_and_handle(self, client_socket, address):
        """A greeting that is no TLS, or takes too long, is nobody's fault here and is not printed."""
        with contextlib.suppress(ssl.SSLError, OSError):
            super().wrap_socket_and_handle(client_socket, address)
