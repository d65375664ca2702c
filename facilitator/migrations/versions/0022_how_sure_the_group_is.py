"""how sure the group is"""

import sqlalchemy as sa
from alembic import op


revision = '0022'
down_revision = '0021'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('sureness',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('finding_id', sa.Integer(), nullable=False),
    sa.Column('participant_id', sa.Integer(), nullable=True),
    sa.Column('answer', sa.String(length=20), nullable=False),
    sa.Column('given_at', sa.DateTime(), nullable=False),
    sa.Column('shown', sa.String(), nullable=True),
    sa.Column('shown_at', sa.DateTime(), nullable=True),
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.CheckConstraint("answer IN ('very', 'fairly', 'not', 'dont-know')", name=op.f('ck_sureness_answer')),
    sa.ForeignKeyConstraint(['finding_id'], ['finding.id'], name=op.f('fk_sureness_finding_id_finding'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['participant_id'], ['participant.id'], name=op.f('fk_sureness_participant_id_participant'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sureness')),
    sa.UniqueConstraint('finding_id', 'participant_id', name=op.f('uq_sureness_finding_id_participant_id')),
    sa.UniqueConstraint('key', name=op.f('uq_sureness_key'))
    )
    with op.batch_alter_table('sureness', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_sureness_finding_id'), ['finding_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_sureness_participant_id'), ['participant_id'], unique=False)



def downgrade():
    with op.batch_alter_table('sureness', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_sureness_participant_id'))
        batch_op.drop_index(batch_op.f('ix_sureness_finding_id'))

    op.drop_table('sureness')
