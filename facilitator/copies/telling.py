"""The consoles hear at once when a copy was made or failed, and when the disk takes nothing more."""

from facilitator.live import presence
from facilitator.live.broadcast import broadcast

NEWS = "storage-changed"


def tell_consoles():
    """Nudge every console. It needs no disk: what is to be said is in memory."""
    for workshop_id in presence.followed():
        broadcast("changed", {"name": NEWS}, workshop_id, leaders_only=True)
