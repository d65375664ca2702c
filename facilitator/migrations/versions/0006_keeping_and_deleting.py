"""keeping and deleting"""

import sqlalchemy as sa
from alembic import op


revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade():

    op.create_table('purged',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('review_key', sa.String(length=40), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('how', sa.String(length=40), nullable=False),
    sa.Column('by', sa.String(length=60), nullable=False),
    sa.Column('log_ending', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_purged')),
    sa.UniqueConstraint('review_key', name=op.f('uq_purged_review_key'))
    )
    op.create_table('hold',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('review_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('by', sa.String(length=20), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('released_at', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['review_id'], ['review.id'], name=op.f('fk_hold_review_id_review'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_hold'))
    )
    with op.batch_alter_table('hold', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_hold_review_id'), ['review_id'], unique=False)

    op.create_table('sign_off',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('review_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('by', sa.String(length=20), nullable=False),
    sa.Column('delete_on', sa.Date(), nullable=False),
    sa.Column('undone_at', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['review_id'], ['review.id'], name=op.f('fk_sign_off_review_id_review'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sign_off'))
    )
    with op.batch_alter_table('sign_off', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sign_off_review_id'), ['review_id'], unique=False)

    op.create_table('purge_proposal',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('review_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('pass_id', sa.Integer(), nullable=False),
    sa.Column('taken_back_at', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['pass_id'], ['pass.id'], name=op.f('fk_purge_proposal_pass_id_pass'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['review_id'], ['review.id'], name=op.f('fk_purge_proposal_review_id_review'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_purge_proposal'))
    )
    with op.batch_alter_table('purge_proposal', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_purge_proposal_review_id'), ['review_id'], unique=False)




def downgrade():

    with op.batch_alter_table('purge_proposal', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_purge_proposal_review_id'))

    op.drop_table('purge_proposal')
    with op.batch_alter_table('sign_off', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sign_off_review_id'))

    op.drop_table('sign_off')
    with op.batch_alter_table('hold', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_hold_review_id'))

    op.drop_table('hold')
    op.drop_table('purged')

