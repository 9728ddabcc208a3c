"""Wishes about where people sit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "1795334131"
down_revision: str | None = "1795333500"
branch_labels: tuple[str, ...] = ()
depends_on: str | None = None

INDEXED = ("attendee_id", "other_id", "session_id", "stream_id", "topic_id")


def upgrade() -> None:
    """Add the table of wishes; nobody has stated one before this."""
    op.create_table(
        "wish",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("attendee_id", sa.String(length=36), nullable=False),
        sa.Column("other_id", sa.String(length=36), nullable=True),
        sa.Column("topic_id", sa.String(length=36), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendee.id"], name=op.f("fk_wish_attendee_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["attendee.id"], name=op.f("fk_wish_other_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_wish_session_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["stream_id"], ["stream.id"], name=op.f("fk_wish_stream_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["topic.id"], name=op.f("fk_wish_topic_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish")),
    )
    for column in INDEXED:
        op.create_index(op.f(f"ix_wish_{column}"), "wish", [column], unique=False)


def downgrade() -> None:
    """Forget them."""
    for column in INDEXED:
        op.drop_index(op.f(f"ix_wish_{column}"), table_name="wish")
    op.drop_table("wish")
