"""A file of the first version, with something in every table, comes through every migration with all of it."""

import re

import pytest
from sqlalchemy import Boolean, DateTime, Integer, inspect, text

from facilitator import create_app
from facilitator.access.opening import bring_schema_up_to_date, bring_up, newest_revision, revision_of
from facilitator.access.vault import Vault
from facilitator.config import Config
from facilitator.db import db
from tests.conftest import PASSPHRASE, QUICK

FIRST = "0001"


@pytest.fixture
def old(tmp_path):
    """The engine of an encrypted file at the first migration, one row in each of its tables."""
    vault = Vault(tmp_path / "data", QUICK)
    app = create_app(Config(data=tmp_path / "data", testing=True), vault)
    vault.create(PASSPHRASE)
    with app.app_context():
        migrate(FIRST)
        fill(db.engine)
        yield db.engine
        db.session.remove()
        db.engine.dispose()


def migrate(where):
    with db.engine.connect() as connection:
        bring_up(connection, where)
        connection.commit()


def fill(engine):
    """One row a table; what refers to another row refers to its only one."""
    with engine.connect() as connection:
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        for table in tables_of(engine):
            row = row_of(engine, table)
            names = ", ".join(f'"{name}"' for name in row)
            values = ", ".join(f":{name}" for name in row)
            connection.execute(text(f'INSERT INTO "{table}" ({names}) VALUES ({values})'), row)
        connection.commit()


def tables_of(engine):
    return sorted(set(inspect(engine).get_table_names()) - {"alembic_version"})


def row_of(engine, table):
    looked = inspect(engine)
    refers = {name for key in looked.get_foreign_keys(table) for name in key["constrained_columns"]}
    allowed = {}
    for check in looked.get_check_constraints(table):
        if found := re.search(r"(\w+) IN \('([^']*)'", check["sqltext"]):
            allowed[found[1]] = found[2]
    return {one["name"]: allowed.get(one["name"], value_for(one, refers)) for one in looked.get_columns(table)}


def value_for(column, refers):
    if column["name"] in refers or isinstance(column["type"], Boolean | Integer):
        return 1
    return "2019-03-12 09:00:00" if isinstance(column["type"], DateTime) else "2019-03-12"


def rows_in(engine, tables):
    with engine.connect() as connection:
        found = {table: connection.execute(text(f'SELECT * FROM "{table}"')).mappings().all() for table in tables}
    return {table: [dict(row) for row in rows] for table, rows in found.items()}


def test_every_row_is_there_afterwards_with_what_it_held(old):
    """Seen to fail without the PRAGMA in migrations/env.py, when a migration made the table of participants anew."""
    tables = tables_of(old)
    before = rows_in(old, tables)
    assert len(tables) > 20
    assert all(len(rows) == 1 for rows in before.values())

    migrate("head")

    after = rows_in(old, tables)
    assert {table: len(rows) for table, rows in after.items()} == dict.fromkeys(tables, 1)
    for table in tables:
        kept = {name: value for name, value in after[table][0].items() if name in before[table][0]}
        assert kept == {name: before[table][0][name] for name in kept}
    with old.connect() as connection:
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []


def test_a_start_takes_an_old_file_through_the_migrations(old):
    """Seen to fail when every file that is not of today gets the tables of a new one."""
    tables = tables_of(old)

    bring_schema_up_to_date()

    assert all(len(rows) == 1 for rows in rows_in(old, tables).values())
    with old.connect() as connection:
        assert revision_of(connection) == newest_revision()
