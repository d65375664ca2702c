"""News is framed by ourselves, once for the whole room. Here it is held against what the libraries would have sent."""

import re
from types import SimpleNamespace

from engineio.packet import MESSAGE
from engineio.packet import Packet as EngineIoPacket
from socketio.packet import EVENT, Packet
from wsproto.connection import Connection, ConnectionType
from wsproto.events import TextMessage

from facilitator.config import PACKAGE
from facilitator.live import presence
from facilitator.live.announcements import FOR_PHONES
from facilitator.live.broadcast import broadcast, framed

NEWS = {"name": "stage-changed", "version": 7, "html": "“Küche” – "}


def read(frame):
    """What a client's side of a WebSocket makes of a frame."""
    client = Connection(ConnectionType.CLIENT)
    client.receive_data(frame)
    return [event.data for event in client.events() if isinstance(event, TextMessage)]


def test_a_frame_says_what_the_libraries_would_have_said():
    for size in (1, 60, 200, 70_000):
        news = NEWS | {"html": "ä" * size}
        theirs = EngineIoPacket(MESSAGE, Packet(EVENT, data=["changed", news]).encode()).encode()

        assert "".join(read(framed("changed", news))) == theirs


def test_who_came_by_another_server_is_told_the_ordinary_way(wall, workshop):
    broadcast("changed", NEWS, workshop.id)

    assert wall.nudges() == [NEWS]


def test_who_came_by_ours_is_told_by_its_socket(workshop, wall):
    posted = []
    presence.came("made-up", workshop.id, None, room_socket=SimpleNamespace(post=posted.append))
    try:
        broadcast("changed", NEWS, workshop.id)
        broadcast("changed", NEWS, workshop.id, leaders_only=True)
    finally:
        presence.went("made-up")

    assert posted == [framed("changed", NEWS)]
    assert wall.nudges() == [NEWS, NEWS]


def test_phones_are_told_before_the_laptops_own_screens(workshop):
    """Seen to fail in the order in which they came: the wall began to draw while the room still waited."""
    told = []
    for name, leads in (("wall", True), ("phone", False), ("console", True), ("late phone", False)):
        by = SimpleNamespace(post=lambda frame, name=name: told.append(name))
        presence.came(name, workshop.id, None, leads=leads, room_socket=by)
    try:
        broadcast("changed", NEWS, workshop.id)
    finally:
        for name in ("wall", "phone", "console", "late phone"):
            presence.went(name)

    assert told == ["phone", "late phone", "wall", "console"]


def test_a_wall_that_was_shut_is_told_nothing_more(workshop, wall):
    """Seen to fail without taking it off the walls and consoles: the room's news went on being drawn for nobody."""
    before = presence.listening(workshop.id, leaders_only=True)  # others of this process may be among them

    wall.socket.disconnect()

    assert len(presence.listening(workshop.id, leaders_only=True)) == len(before) - 1


def test_phones_are_told_what_their_pages_listen_for_and_nothing_else(hv, ear_of, wall, go_to):
    phone = ear_of(hv)
    go_to("05-view-at-the-time")
    hv.say("05-view-at-the-time", "feeling", "Unsure.")

    assert phone.heard() == ["stage-changed"]
    assert wall.heard() == ["stage-changed", "statements-changed"]


def test_no_phone_page_listens_for_what_phones_are_not_told():
    pages = [file for file in PACKAGE.glob("templates/**/*.html") if "phone" in file.name or file.name == "_now.html"]
    scripts = [PACKAGE / "static" / "js" / name for name in ("stage.js", "words.js", "clock.js")]
    heard = {name for file in [*pages, *scripts] for name in re.findall(r"([a-z]+-changed)", file.read_text("utf-8"))}

    assert heard <= FOR_PHONES
