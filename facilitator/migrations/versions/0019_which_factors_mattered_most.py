"""which factors mattered most"""

import sqlalchemy as sa
from alembic import op


revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('factor_marks',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('participant_id', sa.Integer(), nullable=False),
    sa.Column('marked', sa.Text(), nullable=False),
    sa.Column('given_at', sa.DateTime(), nullable=False),
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.ForeignKeyConstraint(['episode_id'], ['episode.id'], name=op.f('fk_factor_marks_episode_id_episode'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['participant_id'], ['participant.id'], name=op.f('fk_factor_marks_participant_id_participant'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_factor_marks')),
    sa.UniqueConstraint('episode_id', 'participant_id', name=op.f('uq_factor_marks_episode_id_participant_id')),
    sa.UniqueConstraint('key', name=op.f('uq_factor_marks_key'))
    )
    with op.batch_alter_table('factor_marks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_factor_marks_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_factor_marks_participant_id'), ['participant_id'], unique=False)

    op.create_table('marks_reveal',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('workshop_id', sa.Integer(), nullable=False),
    sa.Column('by', sa.String(length=20), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.ForeignKeyConstraint(['episode_id'], ['episode.id'], name=op.f('fk_marks_reveal_episode_id_episode'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['workshop_id'], ['workshop.id'], name=op.f('fk_marks_reveal_workshop_id_workshop'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_marks_reveal')),
    sa.UniqueConstraint('episode_id', 'workshop_id', name=op.f('uq_marks_reveal_episode_id_workshop_id')),
    sa.UniqueConstraint('key', name=op.f('uq_marks_reveal_key'))
    )
    with op.batch_alter_table('marks_reveal', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_marks_reveal_episode_id'), ['episode_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_marks_reveal_workshop_id'), ['workshop_id'], unique=False)

    op.create_table('settled_factors',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('episode_id', sa.Integer(), nullable=False),
    sa.Column('ordered', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('by', sa.String(length=20), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.ForeignKeyConstraint(['episode_id'], ['episode.id'], name=op.f('fk_settled_factors_episode_id_episode'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_settled_factors')),
    sa.UniqueConstraint('key', name=op.f('uq_settled_factors_key'))
    )
    with op.batch_alter_table('settled_factors', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_settled_factors_episode_id'), ['episode_id'], unique=False)



def downgrade():
    with op.batch_alter_table('settled_factors', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_settled_factors_episode_id'))

    op.drop_table('settled_factors')
    with op.batch_alter_table('marks_reveal', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_marks_reveal_workshop_id'))
        batch_op.drop_index(batch_op.f('ix_marks_reveal_episode_id'))

    op.drop_table('marks_reveal')
    with op.batch_alter_table('factor_marks', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_factor_marks_participant_id'))
        batch_op.drop_index(batch_op.f('ix_factor_marks_episode_id'))

    op.drop_table('factor_marks')
