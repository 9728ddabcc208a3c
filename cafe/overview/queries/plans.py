"""The plans of teams, as those who ask may see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.gatherings.model import Gathering
from cafe.i18n import Message
from cafe.network.navigation import address_of
from cafe.overview.words import PLAN_STATES
from cafe.plans.model import StatusReport, WorkPlan
from cafe.plans.rules import PlanState, at_hand, may_be_read_by_others


@dataclass(frozen=True, kw_only=True)
class PlanLine:
    """A plan of a team: its period in words, how far it has come, and where it is read or written."""

    id: str
    title: str
    period: str
    state: str
    said_state: Message
    address: str


def plans_of(session: Session, team_ids: Iterable[str], own: frozenset[str]) -> dict[str, list[PlanLine]]:
    """Give the plans of teams, the newest first; drafts only of the teams that are `own`."""
    query = select(WorkPlan).where(WorkPlan.team_id.in_(list(team_ids)))
    plans = session.scalars(query.order_by(WorkPlan.created_at.desc(), WorkPlan.id)).all()
    seen = [each for each in plans if each.team_id in own or may_be_read_by_others(each.state)]
    gatherings = _gatherings(session, seen)
    found: dict[str, list[PlanLine]] = {}
    for plan in seen:
        found.setdefault(plan.team_id, []).append(_line(plan, gatherings, is_own=plan.team_id in own))
    return found


def plan_at_hand(plans: Sequence[PlanLine]) -> PlanLine | None:
    """Give the plan that a team works with, of those that may be seen."""
    return next((plans[number] for number in at_hand([plan.state for plan in plans])), None)


def _gatherings(session: Session, plans: Iterable[WorkPlan]) -> dict[str, Gathering]:
    ids = {key for plan in plans for key in (plan.from_gathering_id, plan.to_gathering_id) if key}
    return {each.id: each for each in session.scalars(select(Gathering).where(Gathering.id.in_(ids)))}


def _line(plan: WorkPlan, gatherings: dict[str, Gathering], *, is_own: bool) -> PlanLine:
    ends = (plan.from_gathering_id, plan.to_gathering_id)
    return PlanLine(
        id=plan.id,
        title=plan.title,
        period=" – ".join(gatherings[each].title for each in ends if each in gatherings),
        state=plan.state,
        said_state=PLAN_STATES[PlanState(plan.state)],
        address=address_of("plans.plan" if is_own else "plans.read", plan_id=plan.id),
    )


def has_reported(session: Session, team_id: str, gathering_id: str) -> bool:
    """Tell whether a team's report to a gathering is in, on whichever of its plans."""
    query = select(StatusReport.submitted_at).join(WorkPlan, WorkPlan.id == StatusReport.plan_id)
    query = query.where(
        WorkPlan.team_id == team_id,
        StatusReport.gathering_id == gathering_id,
        StatusReport.submitted_at.is_not(None),
    )
    return session.scalars(query).first() is not None
