"""The cookie that carries the CSRF token."""

from flask import request
from flask.sessions import SecureCookieSessionInterface


class CarefulSessions(SecureCookieSessionInterface):
    """Over HTTPS the session's cookie goes over nothing else; the laptop's own address is plain and has one too."""

    def get_cookie_secure(self, app):
        return request.is_secure
