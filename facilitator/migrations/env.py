"""Alembic's entry: runs the migrations on the connection that access.opening hands over."""

from alembic import context
from sqlalchemy import DateTime

from facilitator.db import Moment, db


def plain_types(kind, thing, _):
    """Migrations name plain column types, so that they stay readable when our own types change."""
    return "sa.DateTime()" if kind == "type" and isinstance(thing, Moment) else False


def same_type(_context, _inspected, _column, inspected_type, model_type):
    return False if isinstance(model_type, Moment) and isinstance(inspected_type, DateTime) else None


def run(connection):
    context.configure(
        connection=connection,
        target_metadata=db.metadata,
        render_as_batch=True,
        render_item=plain_types,
        compare_type=same_type,
    )
    # A changed table is often made anew, and dropping the old one would take along all that refers to it.
    connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    try:
        with context.begin_transaction():
            context.run_migrations()
        if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
            raise RuntimeError(f"A migration left rows that refer to nothing: {broken[:5]}")
    finally:
        connection.commit()
        connection.exec_driver_sql("PRAGMA foreign_keys = ON")


run(context.config.attributes["connection"])
