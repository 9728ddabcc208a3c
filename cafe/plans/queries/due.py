"""Which measurements are due: for the pages of a team, and for the letters that remind it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from cafe.clock import local
from cafe.gatherings.model import Gathering
from cafe.plans.commands.indicators import Frequency
from cafe.plans.due import Rhythm, next_due
from cafe.plans.model import Indicator, Measurement, WorkPlan
from cafe.plans.queries.at_hand import plans_at_hand
from cafe.plans.queries.carried import carried_on
from cafe.plans.rules import PlanState


@dataclass(frozen=True, kw_only=True)
class DueMeasurement:
    """An indicator whose next measurement is due on a day that has come."""

    team_id: str
    plan_id: str
    indicator_id: str
    title: str
    unit: str
    owner: str
    due_on: date
    last_on: date | None


def due_measurements_of(session: Session, team_ids: Collection[str], today: date) -> list[DueMeasurement]:
    """Give what teams are due to measure today, what has waited longest first; nothing in a draft."""
    rows = session.execute(_query(plans_at_hand(session, team_ids))).all()
    team_of = {indicator.id: plan.team_id for indicator, plan, _, _ in rows}
    elsewhere = carried_on(session, team_of, Indicator)
    due = []
    for indicator, plan, last, gathering_on in rows:
        last_on = date.fromisoformat(last) if last else None
        due_on = next_due(rhythm_of(indicator.frequency, plan.created_at, gathering_on), last_on)
        if due_on is None or due_on > today or indicator.id in elsewhere:
            continue
        due.append(
            DueMeasurement(
                team_id=plan.team_id,
                plan_id=plan.id,
                indicator_id=indicator.id,
                title=indicator.title,
                unit=indicator.unit,
                owner=indicator.owner,
                due_on=due_on,
                last_on=last_on,
            )
        )
    return sorted(due, key=lambda each: (each.due_on, each.title, each.indicator_id))


def rhythm_of(frequency: str, created_at: int, gathering_on: str | None) -> Rhythm:
    """Give the rhythm of an indicator in a plan that was begun then and leads to a gathering on a day."""
    return Rhythm(
        frequency=Frequency(frequency),
        begins=local(created_at).date(),
        gathering=date.fromisoformat(gathering_on) if gathering_on else None,
    )


def rhythms_in(session: Session, plan_id: str) -> dict[str, Rhythm]:
    """Give the rhythm of every indicator of a plan."""
    query = (
        select(Indicator.id, Indicator.frequency, WorkPlan.created_at, Gathering.starts_on)
        .join(WorkPlan, WorkPlan.id == Indicator.plan_id)
        .outerjoin(Gathering, Gathering.id == WorkPlan.to_gathering_id)
        .where(Indicator.plan_id == plan_id)
    )
    return {row.id: rhythm_of(row.frequency, row.created_at, row.starts_on) for row in session.execute(query)}


def _query(plan_ids: Collection[str]) -> Select[Indicator, WorkPlan, str | None, str | None]:
    last = (
        select(Measurement.indicator_id, func.max(Measurement.taken_on).label("taken_on"))
        .where(~Measurement.removed)
        .group_by(Measurement.indicator_id)
        .subquery()
    )
    return (
        select(Indicator, WorkPlan, last.c.taken_on, Gathering.starts_on)
        .join(WorkPlan, WorkPlan.id == Indicator.plan_id)
        .outerjoin(Gathering, Gathering.id == WorkPlan.to_gathering_id)
        .outerjoin(last, last.c.indicator_id == Indicator.id)
        .where(WorkPlan.id.in_(plan_ids), WorkPlan.state != PlanState.DRAFT, ~Indicator.removed)
    )
