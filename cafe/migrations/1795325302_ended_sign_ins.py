"""Sign-ins that have been ended."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "1795325302"
down_revision: str | None = "1795312916"
branch_labels: tuple[str, ...] = ()
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "ended_sign_in",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ended_sign_in")),
    )


def downgrade() -> None:
    op.drop_table("ended_sign_in")
