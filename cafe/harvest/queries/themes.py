"""What of the themes decides where their notes stand."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.harvest.board import ThemeFacts
from cafe.harvest.model import Theme


def facts_of_themes(session: Session, session_id: str) -> dict[str, ThemeFacts]:
    """Give what of the session's themes decides where their notes stand."""
    query = select(Theme.id, Theme.position, Theme.merged_into, Theme.removed)
    return {
        id_: ThemeFacts(id=id_, position=position, merged_into=into, removed=removed)
        for id_, position, into, removed in session.execute(query.where(Theme.session_id == session_id))
    }
