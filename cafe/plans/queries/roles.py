"""Which roles an actor has towards a work plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import finds_roles
from cafe.errors import NotFound
from cafe.network.queries import roles_towards_team
from cafe.plans.model import WorkPlan
from cafe.plans.rules import may_be_read_by_others


@finds_roles("plan_id")
def roles_towards_plan(session: Session, actor: Actor, target: Mapping[str, Any]) -> frozenset[Role]:
    """Give the roles towards `plan_id`. Raises NotFound when there is no such plan.

    A draft is its team's alone: towards it others are nothing, organisers of the network not either.
    """
    plan = session.get(WorkPlan, target["plan_id"])
    if plan is None:
        raise NotFound
    roles = roles_towards_team(session, actor, plan.team)
    if Role.TEAM not in roles and not may_be_read_by_others(plan.state):
        return frozenset()
    return roles
