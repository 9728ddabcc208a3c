"""What stands around the indicators of a plan: the plan, its team, and whether the reader works with it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import roles_towards
from cafe.network.navigation import TeamNav, team_nav
from cafe.plans.queries.indicators import Measured, what_may_be_measured
from cafe.plans.queries.page import PlanPage, current_plan, is_in_team, plan_page


@dataclass(frozen=True, kw_only=True)
class Around:
    """What stands around an indicator."""

    plan: PlanPage
    team_nav: TeamNav
    may_write: bool
    measured: tuple[Measured, ...]

    def about(self, *ids: str | None) -> Measured | None:
        """Give the goal or measure that has one of the ids."""
        return next((one for one in self.measured if one.id in ids), None)


def around(session: Session, actor: Actor, plan_id: str) -> Around:
    """Give what stands around the indicators of a plan. Raises NotFound."""
    plan = plan_page(session, plan_id)
    return Around(
        plan=plan,
        team_nav=team_nav(session, actor, plan.team_id, "plans.indicators"),
        may_write=Role.TEAM in roles_towards(session, actor, {"plan_id": plan_id}),
        measured=tuple(what_may_be_measured(session, plan_id)),
    )


def where_measured(session: Session, actor: Actor, team_id: str) -> dict[str, str] | None:
    """Give what leads to the measurements of a team's plan; None when there is none to be seen."""
    with_drafts = is_in_team(session, actor.user_id, team_id)
    plan_id = current_plan(session, team_id, with_drafts=with_drafts)
    return {"plan_id": plan_id} if plan_id else None
