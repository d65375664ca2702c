"""The names this laptop answers to. One list for pages and sockets; any other name is somebody else's trick."""

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
USUAL_PORTS = {"http": "80", "https": "443"}


class Hosts:
    """Loopback, the addresses the server listens on, the names of its certificate, and the organisation's own.

    A name without a port stands for the port that was really listened on. Looking at the Host that a browser gives is
    what stops DNS rebinding: another site may lead its own name to this laptop, but the browser still gives that name.
    """

    def __init__(self, names=()):
        self.names = {*LOOPBACK, *(plain(name) for name in names)}

    def add(self, *names):
        self.names.update(plain(name) for name in names)

    def knows(self, host, scheme, port):
        """Whether a Host header, as it was sent, is one of ours at this scheme and port."""
        name, given_port = parted(host.lower(), scheme)
        if f"{name}:{given_port}" in self.names:
            return True
        return given_port == str(port) and any(fits(name, known) for known in self.names)


def parted(host, scheme):
    """A Host header as (name, port), with the scheme's own port where none is given."""
    name, colon, port = host.rpartition(":")
    if not colon or host.endswith("]"):
        return host, USUAL_PORTS.get(scheme, "")
    return name, port


def fits(name, known):
    """A certificate may name `*.example.org`, which is one more label and never a part of one."""
    if not known.startswith("*."):
        return name == known
    first, _, rest = name.partition(".")
    return bool(first) and rest == known[2:]


def plain(name):
    name = name.strip().lower()
    return f"[{name}]" if name.count(":") > 1 and not name.startswith("[") else name
