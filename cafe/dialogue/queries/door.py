"""What the door needs besides its rows."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.dialogue.model import Attendee
from cafe.errors import NotFound
from cafe.gatherings.queries import organisations_of


def organisations_at_door(session: Session, gathering_id: str) -> list[dict[str, str]]:
    """Give the organisations somebody at the door may be from, by name."""
    return [{"id": each.id, "name": each.name} for each in organisations_of(session, gathering_id)]


def name_at_door(session: Session, session_id: str, attendee_id: str) -> str:
    """Give the name of somebody in the session. Raises NotFound."""
    attendee = session.get(Attendee, attendee_id)
    if attendee is None or attendee.session_id != session_id:
        raise NotFound
    return attendee.display_name
