"""Our own WSGI server: gevent's, with WebSockets that survive a slow reader."""

import gc
import signal
import socket
import sys

import engineio.async_drivers.gevent as driver
import gevent
import simple_websocket
from gevent.event import Event
from gevent.lock import BoundedSemaphore
from gevent.pywsgi import WSGIServer

from facilitator.refusal import Refused

LARGEST_MESSAGE = 64 * 1024  # bytes; a socket carries names, never words


class WholeSends:
    """A socket whose `send` sends everything, one sender at a time.

    simple-websocket ignores short writes: under gevent the stream of a slow reader would be cut in the middle.
    """

    def __init__(self, sock):
        self._socket = sock
        self._lock = BoundedSemaphore()

    def send(self, data):
        with self._lock:
            self._socket.sendall(data)
        return len(data)

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


def use_room_sockets():
    """Let Engine.IO make our sockets instead of its own."""

    class WebSocket(driver.WebSocketWSGI):
        def __call__(self, environ, start_response):
            self.ws = RoomSocket(environ, **self.server_args)
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
