"""Chairs that are left by who does not come, and what a host says of those who are not there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "1795334300"
down_revision: str | None = "1795334200"
branch_labels: tuple[str, ...] = ()
depends_on: str | None = None


def upgrade() -> None:
    """Whoever is away has left nothing to come back to so far."""
    op.add_column("attendee", sa.Column("chairs_left", sa.JSON(), server_default="[]", nullable=False))
    op.add_column("seat", sa.Column("missing", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    """Forget it."""
    op.drop_column("seat", "missing")
    op.drop_column("attendee", "chairs_left")
