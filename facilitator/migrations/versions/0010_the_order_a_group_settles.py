"""the order a group settles"""

import sqlalchemy as sa
from alembic import op


revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('settled_order',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('review_id', sa.Integer(), nullable=False),
    sa.Column('numbers', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('by', sa.String(length=20), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.ForeignKeyConstraint(['review_id'], ['review.id'], name=op.f('fk_settled_order_review_id_review'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_settled_order')),
    sa.UniqueConstraint('key', name=op.f('uq_settled_order_key'))
    )
    with op.batch_alter_table('settled_order', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_settled_order_review_id'), ['review_id'], unique=False)



def downgrade():
    with op.batch_alter_table('settled_order', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_settled_order_review_id'))

    op.drop_table('settled_order')
