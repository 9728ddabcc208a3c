"""What is unfinished in the plans that teams work with: the same for pages, calendars and letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.gatherings.model import Gathering
from cafe.plans.model import Measure, WorkPlan
from cafe.plans.queries.carried import carried_on
from cafe.plans.rules import FINISHED, at_hand


@dataclass(frozen=True, kw_only=True)
class OpenMeasure:
    """An unfinished measure of a plan at hand; due at a gathering, it is due the day that begins.

    It is late once the last day of its deadline has passed.
    """

    measure: Measure
    team_id: str
    day: str | None
    last_day: str | None
    gathering: str


def open_measures(session: Session, team_ids: Collection[str]) -> list[OpenMeasure]:
    """Give what is unfinished in the plans at hand; what goes on in another of them stands there alone."""
    query = (
        select(Measure, WorkPlan.team_id, Gathering)
        .join(WorkPlan, WorkPlan.id == Measure.plan_id)
        .outerjoin(Gathering, Gathering.id == Measure.due_gathering_id)
        .where(
            WorkPlan.id.in_(plans_at_hand(session, team_ids)),
            Measure.removed.is_(False),
            Measure.status.not_in(FINISHED),
        )
        .order_by(Measure.position, Measure.id)
    )
    rows = session.execute(query).all()
    elsewhere = carried_on(session, {measure.id: team_id for measure, team_id, _ in rows})
    return [
        _open(measure, team_id, gathering)
        for measure, team_id, gathering in rows
        if measure.id not in elsewhere
    ]


def plans_at_hand(session: Session, team_ids: Collection[str]) -> list[str]:
    """Give the plans that teams work with now."""
    query = select(WorkPlan.id, WorkPlan.team_id, WorkPlan.state).where(WorkPlan.team_id.in_(team_ids))
    plans: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for plan_id, team_id, state in session.execute(query.order_by(WorkPlan.created_at.desc(), WorkPlan.id)):
        plans[team_id].append((plan_id, state))
    return [
        of_team[number][0]
        for of_team in plans.values()
        for number in at_hand([state for _, state in of_team])
    ]


def _open(measure: Measure, team_id: str, gathering: Gathering | None) -> OpenMeasure:
    at = gathering if measure.due_on is None else None
    return OpenMeasure(
        measure=measure,
        team_id=team_id,
        day=at.starts_on if at else measure.due_on,
        last_day=(at.ends_on or at.starts_on) if at else measure.due_on,
        gathering=at.title if at else "",
    )
