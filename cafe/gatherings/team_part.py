"""What a team's page shows of gatherings: the assignments it has not handed in yet."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation.rights import Roles
from cafe.days import said_day
from cafe.gatherings.facts.assignments import open_assignments
from cafe.network.model import Team
from cafe.network.parts import Part, team_parts


@dataclass(frozen=True, kw_only=True)
class OpenAssignment:
    """An assignment as a line of a team's page."""

    title: str
    gathering: str
    due: str
    address: str


def assignments_to_hand_in(session: Session, _actor: Actor, team_id: str, roles: Roles) -> Part | None:
    """Give a team what it is asked for and has not handed in; nobody else sees it here."""
    if Role.TEAM not in roles:
        return None
    lines = tuple(
        OpenAssignment(
            title=assignment.title,
            gathering=gathering.title,
            due=said_day(assignment.due_on),
            address=url_for("gatherings.assignment", gathering_id=gathering.id, assignment_id=assignment.id),
        )
        for assignment, gathering in open_assignments(session, session.get_one(Team, team_id))
    )
    return Part(template="gatherings/_open_assignments.html", place=30, facts=lines) if lines else None


team_parts.append(assignments_to_hand_in)
