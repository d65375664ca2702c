"""The installed command `facilitator`: Python is patched for the greenlets before anything else is imported."""

from gevent import monkey

monkey.patch_all()

from facilitator.cli import main  # noqa: E402

__all__ = ["main"]
