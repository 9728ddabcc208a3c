"""Questions about seats."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import object_session

from cafe.dialogue.model import Seat, TableRound


def attendees_seated_at(table_round: TableRound) -> list[str]:
    """Give the ids of those who are to sit at a table in a round."""
    session = object_session(table_round)
    if session is None:
        return []
    query = select(Seat.attendee_id).where(Seat.table_round_id == table_round.id)
    return list(session.scalars(query.order_by(Seat.attendee_id)))
