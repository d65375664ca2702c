"""Our own WSGI server: gevent's, with WebSockets that survive a slow reader."""

import gc
import signal
import socket
import ssl
import sys
from collections import deque
from contextlib import suppress

import engineio.async_drivers.gevent as driver
import gevent
import simple_websocket
from gevent.event import Event
from gevent.pywsgi import WSGIServer

from facilitator.live.broadcast import ROOM_SOCKET
from facilitator.refusal import Refused

LARGEST_MESSAGE = 64 * 1024  # bytes; a socket carries names, never words
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

    def drop(self):
        """Give this reader up. Whoever waits for its next word finds the socket closed, and tidies up."""
        self.dropped = True
        self._waiting.clear()
        self._size = 0
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def __getattr__(self, name):
        return getattr(self._socket, name)


class RoomSocket(simple_websocket.Server):
    """A WebSocket with whole sends, small messages and no compression (160 instead of 68 kB a phone)."""

    def __init__(self, environ, **settings):
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        super().__init__(environ, max_message_size=LARGEST_MESSAGE, **settings)

    def handshake(self):
        self.sock = WholeSends(self.sock)
        super().handshake()

    def post(self, frame):
        """Send a frame that is ready for the wire. A socket that is gone is told nothing; its reader sees to it."""
        if self.connected:
            with suppress(OSError):
                self.sock.send(frame)


def use_room_sockets():
    """Let Engine.IO make our sockets instead of its own."""

    class WebSocket(driver.WebSocketWSGI):
        def __call__(self, environ, start_response):
            # Who enters a workshop through this socket is found again by it. (live/broadcast.py)
            self.ws = environ[ROOM_SOCKET] = RoomSocket(environ, **self.server_args)
            return self.app(self)

    driver._async["websocket"] = WebSocket


def listen_on(host, port):
    """A listening socket. Refused with a sentence when the port is taken or the address is not this machine's."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # gevent sends head and body apart; without this each answer on a kept-alive connection waits 44 ms.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        if error.errno in (98, 48, 10048):
            raise Refused(f"Port {port} is in use. Is the program running already? Or choose another with --port.")
        raise Refused(f"The address {host} cannot be used on this machine.")
    listener.listen(1024)
    listener.setblocking(False)
    return listener


class Server:
    """The app behind one or more addresses. It begins on one and may be opened to the room on another."""

    def __init__(self, app):
        use_room_sockets()
        self.app = app
        self.listening = {}

    def open_on(self, host, port):
        """Listen there as well. Returns the port really used. Doing it twice does nothing."""
        if (host, port) in self.listening:
            return port
        listener = listen_on(host, port)
        port = listener.getsockname()[1]
        server = WSGIServer(listener, self.app, log=None, error_log=sys.stderr)
        server.start()
        self.listening[host, port] = server
        return port

    def serve_until_stopped(self):
        """Serve until Ctrl+C or SIGTERM.

        Python would raise KeyboardInterrupt in whichever greenlet happens to run, often one that answers a phone; the
        hub's own watcher tells us instead, wherever the program is.
        """
        stopped = Event()
        for wish in (signal.SIGINT, signal.SIGTERM):
            gevent.signal_handler(wish, stopped.set)
        gc.collect()
        # What start-up made stays for good; looking through it again and again stalls the room for 100 ms.
        gc.freeze()
        gc.set_threshold(20000, 20, 50)
        stopped.wait()
        for server in self.listening.values():
            server.stop(timeout=1)
