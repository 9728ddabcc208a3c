"""Texts that come late, and the whole history of every kind of text."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "1795326354"
down_revision: str | None = "1795325302"
branch_labels: tuple[str, ...] = ()
depends_on: str | None = None


def upgrade() -> None:
    """Add what texts that come late need. Versions of before had no sent text of their own: it is the merged one."""
    op.create_table(
        "former_host",
        sa.Column("table_id", sa.String(length=36), nullable=False),
        sa.Column("attendee_id", sa.String(length=36), nullable=False),
        sa.Column("last_round", sa.Integer(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("late", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendee.id"], name=op.f("fk_former_host_attendee_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["table_id"], ["cafe_table.id"], name=op.f("fk_former_host_table_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("table_id", "attendee_id", name=op.f("pk_former_host")),
    )
    op.create_index(op.f("ix_former_host_attendee_id"), "former_host", ["attendee_id"], unique=False)
    op.add_column("note", sa.Column("late", sa.String(length=10), server_default="", nullable=False))
    for table in ("summary", "consolidated"):
        both = sa.Column("changed_by_both", sa.Boolean(), server_default=sa.false(), nullable=False)
        op.add_column(table, both)
    with op.batch_alter_table("consolidated_version") as versions:
        versions.add_column(sa.Column("command_id", sa.String(length=36), nullable=True))
        versions.add_column(sa.Column("merged_text", sa.Text(), nullable=True))
    op.execute("UPDATE consolidated_version SET command_id = 'before', merged_text = text")
    with op.batch_alter_table("consolidated_version") as versions:
        versions.alter_column("command_id", existing_type=sa.String(length=36), nullable=False)
        versions.alter_column("merged_text", existing_type=sa.Text(), nullable=False)


def downgrade() -> None:
    """Take it away again."""
    with op.batch_alter_table("consolidated_version") as versions:
        versions.drop_column("merged_text")
        versions.drop_column("command_id")
    for table in ("consolidated", "summary"):
        op.drop_column(table, "changed_by_both")
    op.drop_column("note", "late")
    op.drop_index(op.f("ix_former_host_attendee_id"), table_name="former_host")
    op.drop_table("former_host")
