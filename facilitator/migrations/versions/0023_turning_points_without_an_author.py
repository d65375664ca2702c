"""turning points without an author"""

from alembic import op


revision = '0023'
down_revision = '0022'
branch_labels = None
depends_on = None


def upgrade():
    op.execute("ALTER TABLE slip ADD COLUMN beside TEXT NOT NULL DEFAULT ''")


def downgrade():
    with op.batch_alter_table('slip', schema=None) as batch_op:
        batch_op.drop_column('beside')
