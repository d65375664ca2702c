"""differences between accounts"""

import sqlalchemy as sa
from alembic import op


revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('difference',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('review_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('sentence', sa.Text(), nullable=False),
    sa.Column('marked_at', sa.DateTime(), nullable=False),
    sa.Column('marked_by', sa.String(length=20), nullable=False),
    sa.Column('taken_back_at', sa.DateTime(), nullable=True),
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.CheckConstraint("kind IN ('knowledge', 'account')", name=op.f('ck_difference_kind')),
    sa.ForeignKeyConstraint(['episode_id'], ['episode.id'], name=op.f('fk_difference_episode_id_episode'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['review_id'], ['review.id'], name=op.f('fk_difference_review_id_review'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_difference')),
    sa.UniqueConstraint('key', name=op.f('uq_difference_key')),
    sa.UniqueConstraint('review_id', 'number', name=op.f('uq_difference_review_id_number'))
    )
    with op.batch_alter_table('difference', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_difference_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_difference_review_id'), ['review_id'], unique=False)

    op.create_table('difference_statement',
    sa.Column('difference_id', sa.Integer(), nullable=False),
    sa.Column('statement_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['difference_id'], ['difference.id'], name=op.f('fk_difference_statement_difference_id_difference'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['statement_id'], ['statement.id'], name=op.f('fk_difference_statement_statement_id_statement'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('difference_id', 'statement_id', name=op.f('pk_difference_statement'))
    )


def downgrade():
    op.drop_table('difference_statement')
    with op.batch_alter_table('difference', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_difference_review_id'))
        batch_op.drop_index(batch_op.f('ix_difference_episode_id'))

    op.drop_table('difference')
