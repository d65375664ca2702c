"""The gate before everything: pages, files and `/socket.io` alike. What does not fit goes no further.

It looks at the Host, the Origin, the size and the pace of a request, reads its body to the end within a time, and puts
the usual headers onto every answer. Who somebody is and what they may do is asked later, at the door. (trust.md, 4)
"""

from http.cookies import CookieError, SimpleCookie
from io import BytesIO

import gevent
from gevent.lock import BoundedSemaphore, Semaphore

from facilitator.access.door import LEADER_COOKIE, PHONE_COOKIE
from facilitator.access.headers import usual_headers, with_usual_headers
from facilitator.access.pace import STATIC_COST
from facilitator.config import LARGEST_FORM, LARGEST_REQUEST

HARMLESS = {"GET", "HEAD", "OPTIONS"}
BODY_WITHIN = 30  # seconds for an ordinary body; an import has four times as long
REFUSED_AFTER = 1.0  # seconds; who asks too much also waits for being told so
STRANGERS_WAIT_AT_MOST = 5.0  # seconds; in a room that is never at rest newcomers still come in
NOT_OURS = "This is not an address of this laptop. Please open the one on the wall, or ask the facilitator."
FROM_ELSEWHERE = "This was sent by another page. Please open the workshop's own page and do it there."
TOO_LARGE = "That is too much at once. Please make it shorter or split it."
TOO_SLOW = "This did not arrive in time. Please try again."
CUT_OFF = "This did not arrive whole. Please try again."
NO_LENGTH = "This was sent in a way that is not used here."
TOO_OFTEN = "Too much was asked for at once. Please wait a moment; this is tried again by itself."


class Stopped(Exception):
    def __init__(self, status, sentence, *headers):
        super().__init__(status)
        self.status, self.sentence, self.headers = status, sentence, headers


class Gate:
    """A WSGI application around another. is_import(path) tells where a body may be as large as an import."""

    def __init__(self, app, hosts, pace, is_import):
        self.app, self.hosts, self.pace, self.is_import = app, hosts, pace, is_import
        self.imports = BoundedSemaphore(2)
        self.strangers = Semaphore()

    def __call__(self, environ, start_response):
        path, scheme = environ.get("PATH_INFO", ""), environ["wsgi.url_scheme"]
        try:
            check_host(environ, self.hosts)
            host = environ["HTTP_HOST"].lower()
            start = with_usual_headers(start_response, usual_headers(path, host, scheme))
            check_origin(environ, own=f"{scheme}://{host}")
            self.check_pace(environ, path)
            return self.app(environ, start) if is_upgrade(environ) else self.with_body(environ, start, path)
        except Stopped as stopped:
            return answer(stopped, with_usual_headers(start_response, usual_headers(scheme=scheme)))

    def check_pace(self, environ, path):
        cost = STATIC_COST if path.startswith("/static/") else 1.0
        address, tokens = environ.get("REMOTE_ADDR", ""), tokens_in(environ)
        if not self.pace.let_through(address, tokens, cost):
            gevent.sleep(REFUSED_AFTER)
            # Not 429: a phone takes 5xx for "later" and keeps its words, 4xx for "no".
            raise Stopped("503 Service Unavailable", TOO_OFTEN, ("Retry-After", "3"), ("Refresh", "3"))
        if self.pace.is_stranger(address, tokens):
            self.let_the_room_go_first()

    def let_the_room_go_first(self):
        """Return when nobody who is in waits to be answered. Strangers come one at a time: whoever is in and asks while
        one of them is answered goes before the next, however many strangers there are.
        """
        with gevent.Timeout(STRANGERS_WAIT_AT_MOST, exception=False), self.strangers:
            gevent.idle()

    def with_body(self, environ, start, path):
        length = length_of(environ)
        if length <= LARGEST_REQUEST:
            read_body(environ, length, BODY_WITHIN)
            return self.app(environ, start)
        if length > LARGEST_FORM or not self.may_import(environ, path):
            raise Stopped("413 Content Too Large", TOO_LARGE)
        with self.imports:
            read_body(environ, length, BODY_WITHIN * 4)
            return self.app(environ, start)

    def may_import(self, environ, path):
        """Only the laptop, or somebody who came through the door before, may send as much as an import."""
        return not self.pace.is_stranger(environ.get("REMOTE_ADDR", ""), tokens_in(environ)) and self.is_import(path)


def check_host(environ, hosts):
    if not hosts.knows(environ.get("HTTP_HOST", ""), environ["wsgi.url_scheme"], environ["SERVER_PORT"]):
        raise Stopped("421 Misdirected Request", NOT_OURS)


def check_origin(environ, own):
    """Stop what another page sends.

    Every browser gives an Origin with a socket and, for ten years now, with a form that is sent. One without may go on
    to the second lock, the CSRF token, unless the browser says itself that another page is behind it.
    """
    origin, site = environ.get("HTTP_ORIGIN"), environ.get("HTTP_SEC_FETCH_SITE", "none")
    acts = environ["REQUEST_METHOD"] not in HARMLESS or is_socket(environ)
    looks = not acts and environ.get("HTTP_SEC_FETCH_MODE", "navigate") == "navigate"
    if origin is not None and not same(origin, own):
        raise Stopped("403 Forbidden", FROM_ELSEWHERE)
    if origin is None and is_socket(environ):
        raise Stopped("403 Forbidden", FROM_ELSEWHERE)
    if site not in ("none", "same-origin") and not looks:
        raise Stopped("403 Forbidden", FROM_ELSEWHERE)


def same(origin, own):
    """Whether two origins are one; a browser leaves out the scheme's own port."""

    def whole(one):
        return one.lower() + ({"http": ":80", "https": ":443"}[one.split(":")[0]] if one.count(":") == 1 else "")

    return origin.lower().startswith(("http://", "https://")) and whole(origin) == whole(own)


def is_socket(environ):
    return environ.get("PATH_INFO", "").startswith("/socket.io")


def is_upgrade(environ):
    return is_socket(environ) and environ.get("HTTP_UPGRADE", "").lower() == "websocket"


def tokens_in(environ):
    try:
        cookies = SimpleCookie(environ.get("HTTP_COOKIE", ""))
    except CookieError:
        return []
    return [cookies[name].value for name in (LEADER_COOKIE, PHONE_COOKIE) if name in cookies]


def length_of(environ):
    """The length a body says it has. What is sent in chunks has none, and no browser sends a form so."""
    if environ.get("HTTP_TRANSFER_ENCODING"):
        raise Stopped("411 Length Required", NO_LENGTH)
    given = environ.get("CONTENT_LENGTH") or "0"
    if not (given.isascii() and given.isdecimal()):
        raise Stopped("400 Bad Request", NO_LENGTH)
    return int(given)


def read_body(environ, length, seconds):
    """Read it to the end before anything else, so that a slow sender keeps nobody waiting but themselves."""
    if not length:
        return
    try:
        with gevent.Timeout(seconds, TimeoutError()):
            body = environ["wsgi.input"].read(length)
    except TimeoutError:
        raise Stopped("408 Request Timeout", TOO_SLOW)
    except OSError:
        raise Stopped("400 Bad Request", CUT_OFF)
    if len(body) != length:
        raise Stopped("400 Bad Request", CUT_OFF)
    environ["wsgi.input"] = BytesIO(body)


def answer(stopped, start_response):
    body = f"{stopped.sentence}\n".encode()
    headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))]
    start_response(stopped.status, [*headers, ("Connection", "close"), *stopped.headers])
    return [body]


def remember_visitor(response):
    """After a request: whoever held a pass is counted on their own from now on."""
    from flask import current_app, request

    if request.environ.get("facilitator.passes"):
        current_app.extensions["pace"].remember(tokens_in(request.environ))
    return response


def init_app(app, is_import):
    """Put the gate before everything the app has by now."""
    from facilitator.access.hosts import Hosts
    from facilitator.access.pace import Pace

    app.extensions["hosts"], app.extensions["pace"] = hosts, pace = Hosts(), Pace()
    app.after_request(remember_visitor)
    app.wsgi_app = Gate(app.wsgi_app, hosts, pace, is_import)
