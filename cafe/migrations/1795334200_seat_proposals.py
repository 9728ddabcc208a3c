"""Plans of seats that are looked at before they are used."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "1795334200"
down_revision: str | None = "1795334131"
branch_labels: tuple[str, ...] = ()
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "seat_proposal",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("session_id", sa.String(length=36), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("approach", sa.String(length=10), nullable=False),
        sa.Column("only_arrived", sa.Boolean(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("progress", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("found", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["cafe_session.id"], name=op.f("fk_seat_proposal_session_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat_proposal")),
    )
    op.create_index(op.f("ix_seat_proposal_session_id"), "seat_proposal", ["session_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_seat_proposal_session_id"), table_name="seat_proposal")
    op.drop_table("seat_proposal")
