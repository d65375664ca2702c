"""the picture a room has seen"""

import sqlalchemy as sa
from alembic import op


revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None

TABLES = ('usual', 'appraisal', 'colleagues', 'finding_test')


def upgrade():
    for table in TABLES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column('shown', sa.String(), nullable=True))
            batch_op.add_column(sa.Column('shown_at', sa.DateTime(), nullable=True))
        # What was given until now has been shown as it stands.
        op.execute(f"UPDATE {table} SET shown = answer, shown_at = CURRENT_TIMESTAMP WHERE answer IS NOT NULL")  # nosec


def downgrade():
    for table in reversed(TABLES):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column('shown_at')
            batch_op.drop_column('shown')
