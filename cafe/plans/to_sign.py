"""On a team's page, for who heads the service: a plan has been handed in and nobody stands by it yet."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation.rights import Roles
from cafe.network.parts import Part, team_parts
from cafe.plans.model import SignOff, WorkPlan
from cafe.plans.rules import PlanState

PLACE = 15


def plans_to_sign(session: Session, _actor: Actor, team_id: str, roles: Roles) -> Part | None:
    """Give the plans of a team that wait for a sign-off, to its leader alone."""
    if Role.LEADER not in roles:
        return None
    signed = select(SignOff.plan_id)
    query = (
        select(WorkPlan.id, WorkPlan.title)
        .where(WorkPlan.team_id == team_id, WorkPlan.id.not_in(signed))
        .where(WorkPlan.state.in_((PlanState.SUBMITTED, PlanState.ACTIVE)))
        .order_by(WorkPlan.created_at)
    )
    waiting = [(row.id, row.title) for row in session.execute(query)]
    return Part(template="plans/_to_sign.html", place=PLACE, facts=waiting) if waiting else None


team_parts.append(plans_to_sign)
