import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config as AlembicConfig
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import DateTime, inspect, text

from facilitator import create_app
from facilitator.access.opening import MIGRATIONS, bring_schema_up_to_date, bring_up, newest_revision
from facilitator.access.vault import Vault
from facilitator.config import Config
from facilitator.db import Moment, db
from tests.conftest import PASSPHRASE, QUICK


def same_type(_context, _inspected, _column, inspected_type, model_type):
    return False if isinstance(model_type, Moment) and isinstance(inspected_type, DateTime) else None


@pytest.fixture
def carried_along(tmp_path):
    """The engine of an empty file that went through every migration from the first."""
    vault = Vault(tmp_path / "carried", QUICK)
    app = create_app(Config(data=tmp_path / "carried", testing=True), vault)
    vault.create(PASSPHRASE)
    with app.app_context():
        with db.engine.connect() as connection:
            bring_up(connection)
            connection.commit()
        yield db.engine
        db.engine.dispose()


def test_the_migrations_make_exactly_what_the_models_say(carried_along):
    with carried_along.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": same_type})

        assert compare_metadata(context, db.metadata) == []


def test_a_new_file_is_as_one_that_went_through_every_migration(app, carried_along):
    """Columns, keys, indexes and what the file itself refuses. Seen to fail when a migration leaves a check out."""
    with app.app_context():
        new = rules_of(db.engine)

    assert new.keys() == rules_of(carried_along).keys()
    assert new == rules_of(carried_along)


def rules_of(engine):
    """table → its rules as the file has them, whatever their order and the names of their types."""
    look = inspect(engine)
    rules = {}
    for table in look.get_table_names():
        columns = {(one["name"], one["nullable"], one["primary_key"] > 0) for one in look.get_columns(table)}
        refers = {(*one["constrained_columns"], one["referred_table"]) for one in look.get_foreign_keys(table)}
        alone = {tuple(one["column_names"]) for one in look.get_unique_constraints(table)}
        found = {(one["name"], one["unique"], *one["column_names"]) for one in look.get_indexes(table)}
        checks = {(one["name"], one["sqltext"]) for one in look.get_check_constraints(table)}
        rules[table] = {"columns": columns, "refers": refers, "alone": alone, "indexes": found, "checks": checks}
    return rules


def test_bringing_the_schema_up_to_date_twice_changes_nothing_and_keeps_every_row(app, review, hv):
    def rows():
        return {table.name: db.session.execute(table.select()).all() for table in db.metadata.sorted_tables}

    before = rows()
    db.session.commit()

    bring_schema_up_to_date()

    assert rows() == before


def test_the_newest_file_is_where_the_migrations_end(app):
    settings = AlembicConfig()
    settings.set_main_option("script_location", str(MIGRATIONS))

    assert newest_revision() == ScriptDirectory.from_config(settings).get_current_head()


OPEN = """
import sys
from pathlib import Path
from facilitator import create_app
from facilitator.access.opening import opened
from facilitator.access.vault import Vault
from facilitator.config import Config

vault = Vault(Path(sys.argv[1]), cost={"time_cost": 1, "memory_cost": 1024, "parallelism": 1})
app = create_app(Config(data=Path(sys.argv[1]), testing=True), vault)
(vault.create if vault.is_new else vault.open)("four plain words here")
with app.app_context():
    opened(app)
print("alembic" in sys.modules, "docx" in sys.modules, "openpyxl" in sys.modules)
"""


def test_what_only_some_starts_need_is_not_loaded_by_the_others(tmp_path):
    """Alembic for a file of before, Word and Excel at the desk: together some 25 MB on a small laptop."""
    said = [subprocess.run([sys.executable, "-c", OPEN, str(tmp_path)], capture_output=True, text=True) for _ in "12"]

    assert [one.stdout.split() for one in said] == [["False"] * 3] * 2, said[-1].stderr


def test_every_safety_setting_is_on(app):
    settings = {
        name: db.session.execute(text(f"PRAGMA {name}")).scalar()
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    }

    # 2 is FULL: words that were acknowledged survive a power cut.
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_the_library_is_not_one_that_can_corrupt_its_log(app):
    version = tuple(int(part) for part in db.session.execute(text("SELECT sqlite_version()")).scalar().split("."))

    assert version > (3, 51, 2)
