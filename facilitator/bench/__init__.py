"""Measuring how quick the program is, beside a bare server that does as little as such a server can.

Phones are real HTTP and WebSocket clients in one process; the program is another, the bare server a third.
docs/performance.md holds the figures and says how to take them.
"""
