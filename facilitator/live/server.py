"""Our own WSGI server: gevent's, with WebSockets that survive a slow reader."""

import gc
import signal
import socket

import engineio.async_drivers.gevent as driver
import engineio.socket
import gevent
from gevent.event import Event

from facilitator.access.pace import LAPTOP
from facilitator.live.addresses import addresses_behind
from facilitator.live.broadcast import ROOM_SOCKET
from facilitator.live.connections import CONNECTION
from facilitator.live.room_engine import RoomEngineSocket
from facilitator.live.room_server import RoomServer
from facilitator.live.room_socket import RoomSocket
from facilitator.refusal import Refused


def use_room_sockets():
    """Let Engine.IO make our sockets instead of its own."""

    class WebSocket(driver.WebSocketWSGI):
        def __call__(self, environ, start_response):
            # Who enters a workshop through this socket is found again by it. (live/broadcast.py)
            connection = environ.pop(CONNECTION)
            self.ws = connection.room_socket = environ[ROOM_SOCKET] = RoomSocket(environ, **self.server_args)
            return self.app(self)

    driver._async["websocket"] = WebSocket
    engineio.socket.Socket = RoomEngineSocket


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


def settle_memory():
    """What start-up made stays for good; looking through it again and again stalls the room for 100 ms."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20000, 20, 50)


class Server:
    """The app behind one or more addresses. It begins on one and may be opened to the room on another.

    certificate: a live.certificate.Certificate; the laptop's own address stays plain, every other one is HTTPS.
    names: host names of the organisation for this laptop.
    """

    def __init__(self, app, certificate=None, names=()):
        use_room_sockets()
        self.app, self.certificate = app, certificate
        own = [*names, *(certificate.names if certificate else ())]
        app.extensions["hosts"].add(*own)
        self.name = next((name for name in own if not name.startswith("*")), None)
        self.listening = {}

    def open_on(self, host, port):
        """Listen there as well. Returns the port really used. Doing it twice does nothing."""
        if (host, port) in self.listening:
            return port
        listener = listen_on(host, port)
        self.app.extensions["hosts"].add(*addresses_behind(host))
        port = listener.getsockname()[1]
        secured = {"ssl_context": self.certificate.context} if self.is_secured(host) else {}
        server = RoomServer(listener, self.app, host, **secured)
        server.start()
        self.listening[host, port] = server
        return port

    def is_secured(self, host):
        return self.certificate is not None and host not in LAPTOP

    def shown(self, address):
        """How people type an address such as `192.168.8.2:5050`: with the laptop's name, and https where it is on."""
        host, _, port = address.rpartition(":")
        scheme = "https://" if self.is_secured(host) else ""
        return f"{scheme}{self.name or host}:{port}"

    def serve_until_stopped(self):
        """Serve until Ctrl+C or SIGTERM.

        Python would raise KeyboardInterrupt in whichever greenlet happens to run, often one that answers a phone; the
        hub's own watcher tells us instead, wherever the program is.
        """
        stopped = Event()
        for wish in (signal.SIGINT, signal.SIGTERM):
            gevent.signal_handler(wish, stopped.set)
        settle_memory()
        stopped.wait()
        for server in self.listening.values():
            server.stop(timeout=1)
