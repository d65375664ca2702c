"""What a library would load for others than us is left out, as if it were not installed."""

import sys
from contextlib import contextmanager


@contextmanager
def left_out(name):
    """Imports inside find no module of this name. One that is loaded already stays."""
    is_new = name not in sys.modules
    if is_new:
        sys.modules[name] = None
    try:
        yield
    finally:
        if is_new:
            del sys.modules[name]
