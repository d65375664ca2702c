"""small groups"""

import sqlalchemy as sa
from alembic import op


revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('workshop', schema=None) as batch_op:
        batch_op.add_column(sa.Column('groupings', sa.Integer(), nullable=False, server_default='0'))
        batch_op.add_column(sa.Column('groups_on_wall_at', sa.DateTime(), nullable=True))
    with op.batch_alter_table('participant', schema=None) as batch_op:
        batch_op.add_column(sa.Column('small_group', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('writes_for_group', sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table('statement', schema=None) as batch_op:
        batch_op.add_column(sa.Column('in_group', sa.Integer(), nullable=True))


def downgrade():
    with op.batch_alter_table('statement', schema=None) as batch_op:
        batch_op.drop_column('in_group')
    with op.batch_alter_table('participant', schema=None) as batch_op:
        batch_op.drop_column('writes_for_group')
        batch_op.drop_column('small_group')
    with op.batch_alter_table('workshop', schema=None) as batch_op:
        batch_op.drop_column('groups_on_wall_at')
        batch_op.drop_column('groupings')
