"""Questions about topics."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import object_session

from cafe.dialogue.model import CafeTable, Topic


def tables_of(topic: Topic) -> list[int]:
    """Give the numbers of the tables that a topic is at."""
    session = object_session(topic)
    assert session is not None  # noqa: S101 - a row that is shown is in a session
    query = select(CafeTable.number).where(CafeTable.topic_id == topic.id).order_by(CafeTable.number)
    return list(session.scalars(query))
