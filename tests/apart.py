"""A thread of its own for what brings a loop along: in the tests' own thread a browser may hold one already."""

from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context


def in_a_thread(do, *given):
    """What do(*given) returns, done in another thread with the context of this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(copy_context().run, do, *given).result()
