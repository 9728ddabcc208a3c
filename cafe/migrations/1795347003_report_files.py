"""Files of the report are no live rows: they are asked for and fetched by one page."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "1795347003"
down_revision: str | None = "1795347000"
branch_labels: tuple[str, ...] = ()
depends_on: str | None = None


def _make(*columns: sa.Column[object]) -> None:
    op.drop_table("report_file")
    op.create_table(
        "report_file",
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("format", sa.String(length=10), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("progress", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.String(length=36), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_report_file_session_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_file")),
    )
    op.create_index(op.f("ix_report_file_session_id"), "report_file", ["session_id"], unique=False)


def upgrade() -> None:
    """Begin the table anew; a file that was made before can be made again."""
    op.drop_index(op.f("ix_report_file_stream_id"), table_name="report_file")
    op.drop_index(op.f("ix_report_file_session_id"), table_name="report_file")
    _make()


def downgrade() -> None:
    """Begin the table anew in its former shape."""
    op.drop_index(op.f("ix_report_file_session_id"), table_name="report_file")
    # Named here: who only reads the revisions, as a restoration does, has no operations at hand.
    stream = sa.ForeignKey("stream.id", name=op.f("fk_report_file_stream_id"), ondelete="CASCADE")
    _make(
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.String(length=2000), nullable=False),
        sa.Column("stream_id", sa.String(length=36), stream, nullable=False),
    )
    op.create_index(op.f("ix_report_file_stream_id"), "report_file", ["stream_id"], unique=False)
