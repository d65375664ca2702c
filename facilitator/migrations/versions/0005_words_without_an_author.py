"""words without an author"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade():
    # Plain SQL: rebuilding the table would drop it, and with it every row that refers to a statement. (SQLite 3.53)
    op.execute("ALTER TABLE statement ALTER COLUMN position_id DROP NOT NULL")
    op.execute(
        "ALTER TABLE statement ADD COLUMN agency_id INTEGER "
        "CONSTRAINT fk_statement_agency_id_agency REFERENCES agency (id)"
    )
    op.execute("ALTER TABLE statement ADD COLUMN labelled VARCHAR(20) NOT NULL DEFAULT 'position'")
    op.execute("ALTER TABLE statement ADD COLUMN receipt VARCHAR(64)")
    op.create_index("ix_statement_receipt", "statement", ["receipt"], unique=True)
    op.create_table(
        "slip",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=200), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=True),
        sa.Column("question", sa.String(length=60), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("labelled", sa.String(length=20), nullable=False),
        sa.Column("agency_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("receipt", sa.String(length=64), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.CheckConstraint("(labelled = 'agency') = (agency_id IS NOT NULL)", name=op.f("ck_slip_carries")),
        sa.ForeignKeyConstraint(["agency_id"], ["agency.id"], name=op.f("fk_slip_agency_id_agency")),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episode.id"], name=op.f("fk_slip_episode_id_episode"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["replaces_id"], ["statement.id"], name=op.f("fk_slip_replaces_id_statement")),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_slip_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slip")),
        sa.UniqueConstraint("key", name=op.f("uq_slip_key")),
        sa.UniqueConstraint("receipt", name=op.f("uq_slip_receipt")),
    )
    op.create_index(op.f("ix_slip_workshop_id"), "slip", ["workshop_id"])
    op.create_table(
        "labelling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workshop_id", sa.Integer(), nullable=False),
        sa.Column("labelled", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(length=20), nullable=False),
        sa.Column("stage", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_labelling_workshop_id_workshop"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labelling")),
    )
    op.create_index(op.f("ix_labelling_workshop_id"), "labelling", ["workshop_id"])
