"""Scripts and style sheets travel packed, and a phone's scripts together: its page weighs a third of what it would.

Nothing else is packed, since what is packed together with a secret can give it away by its length.
"""

import gzip
from functools import lru_cache
from pathlib import Path

from flask import Response, request

PACKED = {"text/javascript", "text/css", "image/svg+xml"}

# In this order. Each file stays a behaviour of its own; only on the way to a phone they are one.
FOR_PHONES = (
    "live", "clock", "kept", "outbox", "drafts", "waiting", "contact", "words", "secrets", "hints", "stage",
    "returning", "unfolded",
)  # fmt: skip
TOGETHER = {"js/phone.js": [f"js/{name}.js" for name in FOR_PHONES]}


def init_app(app):
    app.view_functions["static"] = together_or(app.view_functions["static"], Path(app.static_folder))
    app.after_request(pack)


def together_or(send_one, folder):
    """Instead of a view that sends one file: one that also sends some of them together, under one name."""

    def send(filename):
        if filename not in TOGETHER:
            return send_one(filename=filename)
        texts = [(folder / part).read_text(encoding="utf-8") for part in TOGETHER[filename]]
        response = Response("\n".join(texts), mimetype="text/javascript")
        response.cache_control.no_cache = True
        response.add_etag()
        return response.make_conditional(request)

    return send


def pack(response):
    """Send one of our own files packed, to whoever can unpack it. Each is packed once."""
    if request.endpoint == "static" and response.status_code == 200 and response.mimetype in PACKED:
        response.vary.add("Accept-Encoding")
        if request.accept_encodings["gzip"]:
            response.direct_passthrough = False
            response.data = packed(response.get_data())
            response.content_encoding = "gzip"
            response.set_etag(response.get_etag()[0], weak=True)
    return response


@lru_cache(maxsize=64)
def packed(content):
    return gzip.compress(content, 9, mtime=0)
