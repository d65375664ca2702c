"""patterns put together"""

import sqlalchemy as sa
from alembic import op


revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('pattern_merge',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('review_id', sa.Integer(), nullable=False),
    sa.Column('into_id', sa.Integer(), nullable=False),
    sa.Column('made', sa.Boolean(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('by', sa.String(length=20), nullable=False),
    sa.Column('undone_at', sa.DateTime(), nullable=True),
    sa.Column('undone_by', sa.String(length=20), nullable=True),
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.ForeignKeyConstraint(['into_id'], ['pattern.id'], name=op.f('fk_pattern_merge_into_id_pattern'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['review_id'], ['review.id'], name=op.f('fk_pattern_merge_review_id_review'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pattern_merge')),
    sa.UniqueConstraint('key', name=op.f('uq_pattern_merge_key'))
    )
    with op.batch_alter_table('pattern_merge', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pattern_merge_into_id'), ['into_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_pattern_merge_review_id'), ['review_id'], unique=False)

    op.create_table('merge_pattern',
    sa.Column('pattern_merge_id', sa.Integer(), nullable=False),
    sa.Column('pattern_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['pattern_id'], ['pattern.id'], name=op.f('fk_merge_pattern_pattern_id_pattern'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['pattern_merge_id'], ['pattern_merge.id'], name=op.f('fk_merge_pattern_pattern_merge_id_pattern_merge'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('pattern_merge_id', 'pattern_id', name=op.f('pk_merge_pattern'))
    )
    op.create_table('merge_evidence',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('pattern_merge_id', sa.Integer(), nullable=False),
    sa.Column('statement_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['pattern_merge_id'], ['pattern_merge.id'], name=op.f('fk_merge_evidence_pattern_merge_id_pattern_merge'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['statement_id'], ['statement.id'], name=op.f('fk_merge_evidence_statement_id_statement'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_merge_evidence'))
    )
    with op.batch_alter_table('merge_evidence', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_merge_evidence_pattern_merge_id'), ['pattern_merge_id'], unique=False)


def downgrade():
    with op.batch_alter_table('merge_evidence', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_merge_evidence_pattern_merge_id'))

    op.drop_table('merge_evidence')
    op.drop_table('merge_pattern')
    with op.batch_alter_table('pattern_merge', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_pattern_merge_review_id'))
        batch_op.drop_index(batch_op.f('ix_pattern_merge_into_id'))

    op.drop_table('pattern_merge')
