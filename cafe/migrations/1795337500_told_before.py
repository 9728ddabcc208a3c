"""The table that somebody was told, of a seat that was taken away."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "1795337500"
down_revision: str | None = "1795334400"
branch_labels: tuple[str, ...] = ()
depends_on: str | None = None


def upgrade() -> None:
    """Nobody has lost a seat before this."""
    op.add_column("attendee", sa.Column("told", sa.JSON(), server_default="{}", nullable=False))


def downgrade() -> None:
    """Forget it."""
    op.drop_column("attendee", "told")
