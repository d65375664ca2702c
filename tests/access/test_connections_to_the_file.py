"""Connections to the encrypted file are kept and used again."""

from facilitator.db import db


def test_the_connection_let_go_last_is_taken_first(app):
    """Seen to fail without pool_use_lifo. It has its pages decrypted; any other would decrypt them anew."""
    first, second = db.engine.raw_connection(), db.engine.raw_connection()
    last = second.driver_connection
    first.close()
    second.close()

    with db.engine.connect() as taken:
        assert taken.connection.driver_connection is last
