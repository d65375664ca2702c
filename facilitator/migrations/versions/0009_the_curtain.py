"""the curtain and what colleagues would have done"""

import sqlalchemy as sa
from alembic import op


revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('curtain',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('workshop_id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('reaches', sa.Date(), nullable=False),
    sa.Column('fell_at', sa.DateTime(), nullable=False),
    sa.Column('fell_by', sa.String(length=20), nullable=False),
    sa.Column('lifted_at', sa.DateTime(), nullable=True),
    sa.Column('lifted_by', sa.String(length=20), nullable=True),
    sa.ForeignKeyConstraint(['episode_id'], ['episode.id'], name=op.f('fk_curtain_episode_id_episode'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['workshop_id'], ['workshop.id'], name=op.f('fk_curtain_workshop_id_workshop'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_curtain'))
    )
    with op.batch_alter_table('curtain', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_curtain_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_curtain_workshop_id'), ['workshop_id'], unique=False)

    op.create_table('colleagues',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('participant_id', sa.Integer(), nullable=True),
    sa.Column('position_id', sa.Integer(), nullable=False),
    sa.Column('answer', sa.String(length=20), nullable=False),
    sa.Column('colleagues_id', sa.Integer(), nullable=True),
    sa.Column('given_at', sa.DateTime(), nullable=False),
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.CheckConstraint("answer IN ('same', 'else', 'cannot-say')", name=op.f('ck_colleagues_answer')),
    sa.ForeignKeyConstraint(['colleagues_id'], ['statement.id'], name=op.f('fk_colleagues_colleagues_id_statement'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['episode_id'], ['episode.id'], name=op.f('fk_colleagues_episode_id_episode'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['participant_id'], ['participant.id'], name=op.f('fk_colleagues_participant_id_participant'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['position_id'], ['position.id'], name=op.f('fk_colleagues_position_id_position')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_colleagues')),
    sa.UniqueConstraint('episode_id', 'participant_id', name=op.f('uq_colleagues_episode_id_participant_id')),
    sa.UniqueConstraint('key', name=op.f('uq_colleagues_key'))
    )
    with op.batch_alter_table('colleagues', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_colleagues_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_colleagues_participant_id'), ['participant_id'], unique=False)



def downgrade():
    with op.batch_alter_table('colleagues', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_colleagues_participant_id'))
        batch_op.drop_index(batch_op.f('ix_colleagues_episode_id'))

    op.drop_table('colleagues')
    with op.batch_alter_table('curtain', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_curtain_workshop_id'))
        batch_op.drop_index(batch_op.f('ix_curtain_episode_id'))

    op.drop_table('curtain')
