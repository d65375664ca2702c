from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import DateTime, text

from facilitator.access.opening import bring_schema_up_to_date
from facilitator.db import Moment, db


def same_type(_context, _inspected, _column, inspected_type, model_type):
    return False if isinstance(model_type, Moment) and isinstance(inspected_type, DateTime) else None


def test_the_migrations_make_exactly_what_the_models_say(app):
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": same_type})

        assert compare_metadata(context, db.metadata) == []


def test_bringing_the_schema_up_to_date_twice_changes_nothing_and_keeps_every_row(app, review, hv):
    def rows():
        return {table.name: db.session.execute(table.select()).all() for table in db.metadata.sorted_tables}

    before = rows()
    db.session.commit()

    bring_schema_up_to_date()

    assert rows() == before


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
