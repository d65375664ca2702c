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
        batch_op.add_column(sa.Column('writes_for_group', sa.Boolean(), nullable=False, server_default='0'))
    with op.batch_alter_table('statement', schema=None) as batch_op:
        batch_op.add_column(sa.Column('in_group', sa.Integer(), nullable=True))


def downgrade():
    # Not by a table made anew: what refers to these would go with the old one.
    for table, column in [
        ('statement', 'in_group'),
        ('participant', 'writes_for_group'),
        ('participant', 'small_group'),
        ('workshop', 'groups_on_wall_at'),
        ('workshop', 'groupings'),
    ]:
        op.execute(f'ALTER TABLE {table} DROP COLUMN {column}')
