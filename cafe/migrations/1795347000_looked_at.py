"""Passages that somebody has looked at before publishing, and conclusions approved without their hosts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "1795347000"
down_revision: str | None = "1795346742"
branch_labels: tuple[str, ...] = ()
depends_on: str | None = None


def upgrade() -> None:
    """Add the table and the column."""
    op.create_table(
        "looked_at",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("looked", sa.Boolean(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_looked_at_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_looked_at_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_looked_at")),
    )
    op.create_index(op.f("ix_looked_at_session_id"), "looked_at", ["session_id"], unique=False)
    op.create_index(op.f("ix_looked_at_stream_id"), "looked_at", ["stream_id"], unique=False)
    with op.batch_alter_table("conclusion") as conclusion:
        conclusion.add_column(
            sa.Column("without_hosts", sa.Boolean(), server_default=sa.false(), nullable=False)
        )


def downgrade() -> None:
    """Take them away again."""
    with op.batch_alter_table("conclusion") as conclusion:
        conclusion.drop_column("without_hosts")
    op.drop_index(op.f("ix_looked_at_stream_id"), table_name="looked_at")
    op.drop_index(op.f("ix_looked_at_session_id"), table_name="looked_at")
    op.drop_table("looked_at")
