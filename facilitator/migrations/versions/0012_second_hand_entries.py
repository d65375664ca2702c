"""second-hand entries"""

from alembic import op


revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

THREE = "('record', 'recollection', 'inference')"
FOUR = "('record', 'recollection', 'second-hand', 'inference')"


def upgrade():
    widen(THREE, FOUR)


def downgrade():
    op.execute("UPDATE entry SET source = 'recollection' WHERE source = 'second-hand'")
    widen(FOUR, THREE)


def widen(before, after):
    """Change the words of the rule where they stand, as SQLite's own page on ALTER TABLE advises for a CHECK.

    Making the table anew would delete it once, and with it everything that refers to an entry.
    """
    connection = op.get_bind()
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar()
    connection.exec_driver_sql("PRAGMA writable_schema = ON")
    connection.exec_driver_sql(
        "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = 'entry'", (before, after)
    )
    connection.exec_driver_sql(f"PRAGMA schema_version = {version + 1}")
    connection.exec_driver_sql("PRAGMA writable_schema = OFF")
