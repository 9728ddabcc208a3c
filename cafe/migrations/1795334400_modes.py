"""What the ways to move people need: walking questions, tables to choose, rounds that are put aside."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "1795334400"
down_revision: str | None = "1795334300"
branch_labels: tuple[str, ...] = ()
depends_on: str | None = None


def upgrade() -> None:
    """Every question so far has stood at one table all day, which is where it began."""
    # No foreign key: for that SQLite makes the table anew, and what hangs on it would go with the old one.
    desk = sa.Column("desk_id", sa.String(length=36), server_default="", nullable=False)
    op.add_column("table_round", desk)
    op.execute("UPDATE table_round SET desk_id = table_id")
    op.create_index(op.f("ix_table_round_desk_id"), "table_round", ["desk_id"], unique=False)
    op.add_column("cafe_session", sa.Column("put_aside", sa.JSON(), server_default="[]", nullable=False))
    _open_tables()
    _chair_waits()


def _open_tables() -> None:
    op.create_table(
        "open_table",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("table_round_id", sa.String(length=36), nullable=False),
        sa.Column("free", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        _cascade("open_table", "stream_id", "stream.id"),
        _cascade("open_table", "session_id", "cafe_session.id"),
        _cascade("open_table", "table_round_id", "table_round.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_open_table")),
        sa.UniqueConstraint("table_round_id", name=op.f("uq_open_table_table_round_id")),
    )
    for column in ("session_id", "stream_id"):
        op.create_index(op.f(f"ix_open_table_{column}"), "open_table", [column], unique=False)


def _chair_waits() -> None:
    op.create_table(
        "chair_wait",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("attendee_id", sa.String(length=36), nullable=False),
        sa.Column("table_round_id", sa.String(length=36), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("offered_at", sa.BigInteger(), nullable=True),
        _cascade("chair_wait", "stream_id", "stream.id"),
        _cascade("chair_wait", "session_id", "cafe_session.id"),
        _cascade("chair_wait", "attendee_id", "attendee.id"),
        _cascade("chair_wait", "table_round_id", "table_round.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chair_wait")),
        sa.UniqueConstraint("attendee_id", name=op.f("uq_chair_wait_attendee_id")),
    )
    for column in ("session_id", "stream_id", "table_round_id"):
        op.create_index(op.f(f"ix_chair_wait_{column}"), "chair_wait", [column], unique=False)


def _cascade(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], name=op.f(f"fk_{table}_{column}"), ondelete="CASCADE")


def downgrade() -> None:
    """Take it away again."""
    op.drop_table("chair_wait")
    op.drop_table("open_table")
    op.drop_column("cafe_session", "put_aside")
    op.drop_index(op.f("ix_table_round_desk_id"), table_name="table_round")
    op.drop_column("table_round", "desk_id")
