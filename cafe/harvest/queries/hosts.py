"""What the page of those who confer about a topic needs."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import roles_towards
from cafe.dialogue.queries.roles import attendee_of, topics_hosted
from cafe.errors import NotAllowed


def organises_harvest(session: Session, session_id: str, actor: Actor) -> bool:
    """Tell whether somebody sees all topics, as organisers do. Raises NotAllowed for who hosts none."""
    if Role.ORGANISER in roles_towards(session, actor, {"session_id": session_id}):
        return True
    attendee = attendee_of(session, actor, session_id)
    if attendee is None or not topics_hosted(session, attendee.id):
        raise NotAllowed
    return False


def must_harvest(session: Session, session_id: str, actor: Actor, topic_id: str | None) -> None:
    """Refuse who neither organises the session nor harvests the topic now."""
    roles = roles_towards(session, actor, {"session_id": session_id, "topic_id": topic_id})
    if not roles & {Role.ORGANISER, Role.HARVESTER}:
        raise NotAllowed
