"""which factors the phones of a review offer, where its facilitators said so"""

import sqlalchemy as sa
from alembic import op


revision = '0025'
down_revision = '0024'
branch_labels = None
depends_on = None


def upgrade():
    op.add_column('factor', sa.Column('offered', sa.Boolean(), nullable=True))


def downgrade():
    op.drop_column('factor', 'offered')
