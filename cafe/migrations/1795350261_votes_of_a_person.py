"""The votes of somebody are found at once: every phone that joins asks for them."""

from __future__ import annotations

from alembic import op

revision: str = "1795350261"
down_revision: str | None = "1795347003"
branch_labels: tuple[str, ...] = ()
depends_on: str | None = None


def upgrade() -> None:
    """Add the index."""
    op.create_index(op.f("ix_vote_attendee_id"), "vote", ["attendee_id"], unique=False)


def downgrade() -> None:
    """Drop it."""
    op.drop_index(op.f("ix_vote_attendee_id"), table_name="vote")
