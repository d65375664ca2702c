"""what the board answered"""

import sqlalchemy as sa
from alembic import op


revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('board_answer',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('finding_id', sa.Integer(), nullable=False),
    sa.Column('verdict', sa.String(length=20), nullable=False),
    sa.Column('priority', sa.String(length=10), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('action', sa.Text(), nullable=False),
    sa.Column('watched', sa.Text(), nullable=False),
    sa.Column('national', sa.Text(), nullable=False),
    sa.Column('by', sa.String(length=20), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.CheckConstraint("priority IN ('high', 'medium', 'low')", name=op.f('ck_board_answer_priority')),
    sa.CheckConstraint("verdict IN ('accepted', 'in-part', 'not-accepted')", name=op.f('ck_board_answer_verdict')),
    sa.ForeignKeyConstraint(['finding_id'], ['finding.id'], name=op.f('fk_board_answer_finding_id_finding'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_board_answer')),
    sa.UniqueConstraint('key', name=op.f('uq_board_answer_key'))
    )
    with op.batch_alter_table('board_answer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_board_answer_finding_id'), ['finding_id'], unique=False)



def downgrade():
    with op.batch_alter_table('board_answer', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_board_answer_finding_id'))

    op.drop_table('board_answer')
