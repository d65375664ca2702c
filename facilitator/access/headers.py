"""The headers every answer carries: pages, files, errors, redirects, refusals and the answers of the server itself."""

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'{sockets}",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
# A day: enough for a workshop, and a certificate that lapses locks nobody out of the name for long.
ONE_DAY = "max-age=86400"


def usual_headers(path="", host="", scheme="http"):
    """What goes onto an answer, as a mapping. host: checked already, or empty when it was not."""
    # Older iPhones do not count a WebSocket as 'self', so its address is named too.
    sockets = f" {'wss' if scheme == 'https' else 'ws'}://{host}" if host else ""
    found = {"Content-Security-Policy": CONTENT_SECURITY_POLICY.format(sockets=sockets), **ALWAYS}
    if not path.startswith("/static/"):
        found["Cache-Control"] = "no-store"
    if scheme == "https":
        found["Strict-Transport-Security"] = ONE_DAY
    return found


def with_usual_headers(start_response, headers):
    """A start_response that sets these headers, whatever the answer said of them."""

    def start(status, given, exc_info=None):
        kept = [(name, value) for name, value in given if name not in headers]
        return start_response(status, [*kept, *headers.items()], exc_info)

    return start
