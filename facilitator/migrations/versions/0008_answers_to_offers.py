"""answers to offered patterns"""

import sqlalchemy as sa
from alembic import op


revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "offer_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("review_id", sa.Integer(), nullable=False),
        sa.Column("factor_id", sa.Integer(), nullable=False),
        sa.Column("effect", sa.String(length=10), nullable=False),
        sa.Column("answer", sa.String(length=10), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("agencies", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("pattern_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(length=20), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.CheckConstraint("answer IN ('taken', 'refused')", name=op.f("ck_offer_answer_answer")),
        sa.CheckConstraint("effect IN ('helped', 'hindered')", name=op.f("ck_offer_answer_effect")),
        sa.ForeignKeyConstraint(["factor_id"], ["factor.id"], name=op.f("fk_offer_answer_factor_id_factor")),
        sa.ForeignKeyConstraint(
            ["pattern_id"], ["pattern.id"], name=op.f("fk_offer_answer_pattern_id_pattern"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name=op.f("fk_offer_answer_review_id_review"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer_answer")),
        sa.UniqueConstraint("key", name=op.f("uq_offer_answer_key")),
    )
    op.create_index(op.f("ix_offer_answer_review_id"), "offer_answer", ["review_id"])

    op.create_table(
        "offer_episode",
        sa.Column("offer_answer_id", sa.Integer(), nullable=False),
        sa.Column("episode_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["episode_id"], ["episode.id"], name=op.f("fk_offer_episode_episode_id_episode"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["offer_answer_id"],
            ["offer_answer.id"],
            name=op.f("fk_offer_episode_offer_answer_id_offer_answer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("offer_answer_id", "episode_id", name=op.f("pk_offer_episode")),
    )
