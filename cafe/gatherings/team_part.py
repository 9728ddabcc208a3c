"""What a team's page shows of gatherings: assignments that are open, and those answered lately."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation.rights import Roles
from cafe.clock import now_ms, today
from cafe.days import said_day, said_day_at
from cafe.gatherings.facts.assignments import newly_answered, open_assignments
from cafe.gatherings.model import Assignment, Gathering
from cafe.gatherings.rules import has_passed
from cafe.network.model import Team
from cafe.network.parts import Part, team_parts


@dataclass(frozen=True, kw_only=True)
class AssignmentLine:
    """An assignment as a line of a team's page, and how it stands."""

    title: str
    gathering: str
    stands: str
    overdue: bool
    address: str


def assignments_of_team(session: Session, _actor: Actor, team_id: str, roles: Roles) -> Part | None:
    """Give a team what it is asked for, and what the organisers answered; nobody else sees it here."""
    if Role.TEAM not in roles:
        return None
    answered = [
        _line(assignment, gathering, gettext("The organisers answered on %(day)s", day=said_day_at(at)))
        for assignment, gathering, at in newly_answered(session, team_id, now_ms())
    ]
    still_open = [
        _line(
            assignment,
            gathering,
            gettext("by %(day)s", day=said_day(assignment.due_on)) if assignment.due_on else "",
            overdue=has_passed(assignment.due_on, today()),
        )
        for assignment, gathering in open_assignments(session, session.get_one(Team, team_id))
    ]
    lines = (*answered, *still_open)
    return Part(template="gatherings/_open_assignments.html", place=30, facts=lines) if lines else None


def _line(
    assignment: Assignment, gathering: Gathering, stands: str, *, overdue: bool = False
) -> AssignmentLine:
    return AssignmentLine(
        title=assignment.title,
        gathering=gathering.title,
        stands=stands,
        overdue=overdue,
        address=url_for("gatherings.assignment", gathering_id=gathering.id, assignment_id=assignment.id),
    )


team_parts.append(assignments_of_team)
