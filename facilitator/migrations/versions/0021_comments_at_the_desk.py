"""comments at the desk"""

import sqlalchemy as sa
from alembic import op


revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('desk_comment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('paragraph_id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('by', sa.String(length=20), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('settled_at', sa.DateTime(), nullable=True),
    sa.Column('settled_by', sa.String(length=20), nullable=True),
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.ForeignKeyConstraint(['paragraph_id'], ['paragraph.id'], name=op.f('fk_desk_comment_paragraph_id_paragraph'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_desk_comment')),
    sa.UniqueConstraint('key', name=op.f('uq_desk_comment_key'))
    )
    with op.batch_alter_table('desk_comment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_desk_comment_paragraph_id'), ['paragraph_id'], unique=False)



def downgrade():
    with op.batch_alter_table('desk_comment', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_desk_comment_paragraph_id'))

    op.drop_table('desk_comment')
