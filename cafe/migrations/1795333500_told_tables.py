"""The table that somebody was told first, where they have been moved since."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "1795333500"
down_revision: str | None = "1795326354"
branch_labels: tuple[str, ...] = ()
depends_on: str | None = None


def upgrade() -> None:
    """Nobody has been moved before this."""
    op.add_column("seat", sa.Column("was_table", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Forget it."""
    op.drop_column("seat", "was_table")
