"""The ways in that stand on the wall: the address, the code and the QR picture."""

import io
from functools import lru_cache

import segno
from flask import current_app, request
from markupsafe import Markup

from facilitator.access.hosts import LOOPBACK, parted


def has_way_in(workshop, host):
    """Whether what the wall says of joining is of use to phones. Until the room is opened, loopback is not.

    Whoever sits at the laptop itself may join by the code all the same. host: where this page was opened.
    """
    return bool(workshop.room_address) or parted(host.lower(), "http")[0] not in LOOPBACK


def join_address(workshop, host):
    """The address people type, such as `192.168.8.2:5050/join`. host: where the wall itself was opened."""
    return f"{shown_address(workshop, host)}/join"


def shown_address(workshop, host):
    """The address of the room as people type it, or the one that this page was opened at."""
    server = current_app.extensions.get("server")
    if workshop.room_address and server:
        return server.shown(workshop.room_address)
    return workshop.room_address or (f"https://{host}" if request.is_secure else host)


def whole(address):
    """An address as a QR code must hold it."""
    return address if address.startswith("https://") else f"http://{address}"


def qr_svg(workshop, host):
    """The QR picture as SVG. Its token of 128 bits travels in the fragment, so no log ever holds it."""
    return draw_qr(whole(f"{join_address(workshop, host)}#{workshop.join_token}"))


def pairing_address(workshop, host):
    """Where one more device types its code. host: where this page was opened."""
    return f"{shown_address(workshop, host)}/pair"


@lru_cache(maxsize=32)
def draw_qr(address, name="QR code to join"):
    code = segno.make(address, error="m")
    out = io.BytesIO()
    code.save(out, kind="svg", xmldecl=False, svgns=True, omitsize=True, svgclass="qr", lineclass=None, border=2)
    title = f"<title>{name}</title>"
    return Markup(out.getvalue().decode().replace(">", f' role="img">{title}', 1))  # nosec # noqa: S704
