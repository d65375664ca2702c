"""The only technical folder: the socket, its rooms, and the announcements that travel over it."""

from contextlib import nullcontext

from gevent import monkey

from facilitator.live.left_out import left_out

# Socket.IO's own clients bring aiohttp with them: 9 MB. A process patched for the server could not run them anyway.
with left_out("aiohttp") if monkey.is_module_patched("socket") else nullcontext():
    from flask_socketio import SocketIO

# A sign of life every three seconds, so that a screen which hears nothing says so within ten. (trust.md, 3)
# Long-polling loses queued events behind a 200 answer, so there is only WebSocket.
socketio = SocketIO(async_mode="gevent", transports=["websocket"], ping_interval=3, ping_timeout=6)


def init_app(app):
    # Handlers registered after init_app would exist for the first app only.
    from facilitator.live import announcements, leaving, rooms  # noqa: F401

    announcements.listen()
    leaving.listen()
    socketio.init_app(app)
