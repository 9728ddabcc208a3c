"""What the compass puts on a team's page: what is open for answers."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation.rights import Roles
from cafe.compass.facts import rows_of
from cafe.network.parts import Part, team_parts

PLACE = 40


def open_waves(session: Session, _actor: Actor, team_id: str, roles: Roles) -> Part | None:
    """Remind a team of what it has opened and not closed; nobody else."""
    if Role.TEAM not in roles:
        return None
    rows = [row for row in rows_of(session, team_id) if not row.closed]
    return Part(template="compass/_open.html", place=PLACE, facts=rows) if rows else None


team_parts.append(open_waves)
