"""Finding what a command is about. The roles were checked already; here it is only fetched."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cafe.errors import BadInput, NotFound
from cafe.live.stamp import lock_stream
from cafe.plans.model import (
    Funding,
    Goal,
    Indicator,
    Measure,
    PdsaCycle,
    Pilot,
    PlanActivity,
    StatusReport,
    WorkPlan,
)

InPlan = TypeVar("InPlan", Goal, Measure, Indicator, PdsaCycle, Pilot, StatusReport)
Ordered = TypeVar("Ordered", Goal, Measure, Indicator, PdsaCycle, Pilot, Funding)


def plan_of(session: Session, plan_id: str) -> WorkPlan:
    """Give a plan, with its stream locked. Raises NotFound."""
    lock_stream(session, plan_id)
    plan = session.get(WorkPlan, plan_id)
    if plan is None:
        raise NotFound
    return plan


def worked_on(session: Session, plan_id: str, now: int) -> WorkPlan:
    """Give a plan that its team is doing something with, and note when. Raises NotFound."""
    plan = plan_of(session, plan_id)
    session.merge(PlanActivity(plan_id=plan_id, at=now))
    return plan


def in_plan(session: Session, kind: type[InPlan], plan_id: str, row_id: str) -> InPlan:
    """Give a goal, measure, indicator, cycle, pilot or report of a plan. Raises NotFound."""
    row = session.get(kind, row_id)
    if row is None or row.plan_id != plan_id:
        raise NotFound
    return row


def new_in(session: Session, kind: type[InPlan], row_id: str, field: str) -> None:
    """Make sure that nothing has this id yet. Raises BadInput naming the field."""
    if session.get(kind, row_id) is not None:
        raise BadInput(field=field)


def last_position(session: Session, kind: type[Ordered], plan_id: str) -> float:
    """Give the position after everything of a kind in a plan."""
    return float(session.scalar(select(func.max(kind.position)).where(kind.plan_id == plan_id)) or 0) + 1
