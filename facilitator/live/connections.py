"""One connection to our server while it is served: how long it may take, and how little it tells when it fails."""

import contextlib
import sys
from traceback import walk_tb

import gevent
from gevent.pywsgi import WSGIHandler

from facilitator.access.headers import usual_headers
from facilitator.live.acts_first import let_acts_go_first, only_draws

LINE_WITHIN = 10  # seconds for the first line of a request
HEADERS_WITHIN = 10
ANSWER_WITHIN = 30  # seconds for a reader to take in each piece of an answer
DISCARD_AT_MOST = 32 * 2**20  # bytes of a refused body that are still read, so that the refusal can be heard
FAREWELL_WITHIN = 20  # seconds for that
READ_AHEAD = 1024  # bytes: of a resting connection they are kept, and most requests are shorter
# Where whoever makes a WebSocket of a connection finds it.
CONNECTION = "facilitator.connection"


class Connection(WSGIHandler):
    """gevent's handler with deadlines, the usual headers on its own answers, and no word of a request in its errors."""

    farewell = None
    room_socket = None  # what it became
    goes_on = False  # whether it lives on when this is done with it: it rests, or is a phone's socket by now

    def __init__(self, sock, address, server, rfile=None):
        super().__init__(sock, address, server, rfile or sock.makefile("rb", READ_AHEAD))

    def read_requestline(self):
        with gevent.Timeout(LINE_WITHIN, OSError("no request in time")):
            return super().read_requestline()

    def read_request(self, raw_requestline):
        with gevent.Timeout(HEADERS_WITHIN, ValueError("headers not in time")):
            return super().read_request(raw_requestline)

    def handle_one_request(self):
        result = super().handle_one_request()
        if isinstance(result, tuple):
            return result[0], bare_answer(result[0])
        if result:
            self.hand_on()
        return result

    def get_environ(self):
        more = {CONNECTION: self} if self._connection_upgrade_requested() else {}
        return {**super().get_environ(), **more}

    def hand_on(self):
        """After an answer: a phone's socket looks after itself, and a connection of which nothing is here yet rests."""
        self.environ.pop(CONNECTION, None)  # or each would hold the other
        if self.room_socket:
            self.server.hand_over(self.socket, self.client_address, self.room_socket)
        elif self.has_more():
            return
        else:
            self.server.rest(self.socket, self.client_address, self.rfile)
        self.socket, self.goes_on = None, True

    def has_more(self):
        """Whether something of the next request has been read ahead, or can be read without waiting."""
        self.socket.settimeout(0)
        try:
            return bool(self.rfile.peek(1))
        except OSError:  # nothing whole yet, of TLS; an end is seen when it is read
            return False
        finally:
            self.socket.settimeout(None)

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
        if only_draws(self.environ):
            let_acts_go_first(self.environ)
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

    def log_request(self):
        """Nothing, not even put together."""

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
