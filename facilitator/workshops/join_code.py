"""The ways in that stand on the wall: the address, the code and the QR picture."""

import io
from functools import lru_cache

import segno
from markupsafe import Markup


def join_address(workshop, host):
    """The address people type, such as `192.168.8.2:5050/join`. host: where the wall itself was opened."""
    return f"{workshop.room_address or host}/join"


def qr_svg(workshop, host, scheme="http"):
    """The QR picture as SVG. Its token of 128 bits travels in the fragment, so no log ever holds it."""
    return draw_qr(f"{scheme}://{join_address(workshop, host)}#{workshop.join_token}")


def pairing_address(workshop, host):
    """Where one more device types its code. host: where this page was opened."""
    return f"{workshop.room_address or host}/pair"


@lru_cache(maxsize=32)
def draw_qr(address, name="QR code to join"):
    code = segno.make(address, error="m")
    out = io.BytesIO()
    code.save(out, kind="svg", xmldecl=False, svgns=True, omitsize=True, svgclass="qr", lineclass=None, border=2)
    title = f"<title>{name}</title>"
    return Markup(out.getvalue().decode().replace(">", f' role="img">{title}', 1))  # noqa: S704
