"""What of a plan goes on in one it was carried into, once that has been handed in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.plans.carried import is_carried
from cafe.plans.model import Goal, Indicator, Measure, WorkPlan
from cafe.plans.rules import PlanState


def carried_on(
    session: Session, team_of: Mapping[str, str], kind: type[Goal | Indicator | Measure] = Measure
) -> frozenset[str]:
    """Tell which of a kind, each given by id with its team, go on in another plan that others may read."""
    query = select(WorkPlan.id, WorkPlan.team_id).where(
        WorkPlan.team_id.in_(set(team_of.values())), WorkPlan.state != PlanState.DRAFT
    )
    plans: dict[str, list[str]] = defaultdict(list)
    for plan_id, team_id in session.execute(query):
        plans[team_id].append(plan_id)
    with_others = {team_id: ids for team_id, ids in plans.items() if len(ids) > 1}
    everywhere = [plan_id for ids in with_others.values() for plan_id in ids]
    known = set(session.scalars(select(kind.id).where(kind.plan_id.in_(everywhere))))
    return frozenset(
        row_id
        for row_id, team_id in team_of.items()
        if is_carried(row_id, with_others.get(team_id, ()), known)
    )
