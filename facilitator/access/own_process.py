"""What this process leaves on the disk is for its owner alone; its memory, which holds the key, is never written."""

import os

try:
    import resource
except ImportError:  # Windows has neither core files nor these rights
    resource = None


def keep_to_ourselves():
    """Files we make are for nobody else, whoever makes them; no core file if we crash. Child processes inherit both.

    A system that hands its core files to a program of its own is told the same, and may decide otherwise.
    """
    os.umask(0o077)
    if resource:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
