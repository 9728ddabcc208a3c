"""How many have voted, for those who may not see more; and how many of a count are entered for tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "1795346742"
down_revision: str | None = "1795346167"
branch_labels: tuple[str, ...] = ()
depends_on: str | None = None


def upgrade() -> None:
    """Nobody has voted before this."""
    for column in ("papers", "at_tables"):
        op.add_column("tally", sa.Column(column, sa.Integer(), server_default="0", nullable=False))
    op.create_table(
        "turnout",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("ballot_id", sa.String(length=36), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["ballot_id"], ["ballot.id"], name=op.f("fk_turnout_ballot_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_turnout_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_turnout_stream_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_turnout")),
        sa.UniqueConstraint("ballot_id", name=op.f("uq_turnout_ballot_id")),
    )
    op.create_index(op.f("ix_turnout_session_id"), "turnout", ["session_id"], unique=False)
    op.create_index(op.f("ix_turnout_stream_id"), "turnout", ["stream_id"], unique=False)


def downgrade() -> None:
    """Forget it."""
    op.drop_index(op.f("ix_turnout_stream_id"), table_name="turnout")
    op.drop_index(op.f("ix_turnout_session_id"), table_name="turnout")
    op.drop_table("turnout")
    for column in ("at_tables", "papers"):
        op.drop_column("tally", column)
