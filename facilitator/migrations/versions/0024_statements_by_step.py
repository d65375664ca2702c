"""statements by step, so that counting them reads no words"""

from alembic import op


revision = '0024'
down_revision = '0023'
branch_labels = None
depends_on = None


def upgrade():
    op.create_index('ix_statement_step', 'statement', ['workshop_id', 'stage', 'episode_id', 'participant_id', 'withdrawn_at', 'number'])


def downgrade():
    op.drop_index('ix_statement_step', table_name='statement')
