"""What is due soon in the plans of a team: measures that are open and have a day or the next gathering."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.days import said_day
from cafe.network.navigation import address_of
from cafe.overview.queries.series import GatheringLine
from cafe.overview.rules import RUNNING, SOON, is_within
from cafe.plans.model import Measure, WorkPlan
from cafe.plans.rules import FINISHED, PlanState


@dataclass(frozen=True, kw_only=True)
class DueLine:
    """A measure with its deadline, as its team sees it."""

    id: str
    title: str
    due: str
    day: str
    is_late: bool
    responsible: str
    is_own: bool
    status: str
    address: str


def due_soon(
    session: Session, team_id: str, user_id: str | None, coming: GatheringLine | None, today: str
) -> list[DueLine]:
    """Give the open measures of a team that are late or due soon, the earliest first."""
    query = (
        select(Measure)
        .join(WorkPlan)
        .where(
            WorkPlan.team_id == team_id,
            WorkPlan.state.in_(_at_hand(session, team_id)),
            Measure.removed.is_(False),
            Measure.status.not_in(FINISHED),
        )
    )
    lines = [_line(measure, user_id, coming, today) for measure in session.scalars(query)]
    soon = [line for line in lines if line.day and is_within(line.day, today, SOON)]
    return sorted(soon, key=lambda line: (line.day, line.title, line.id))


def _at_hand(session: Session, team_id: str) -> frozenset[str]:
    """Leave out the draft of the next period while a plan is under way: it repeats what goes on."""
    states = session.scalars(select(WorkPlan.state).where(WorkPlan.team_id == team_id))
    return RUNNING if not RUNNING.isdisjoint(states) else frozenset({PlanState.DRAFT})


def _line(measure: Measure, user_id: str | None, coming: GatheringLine | None, today: str) -> DueLine:
    at_gathering = coming if coming and measure.due_gathering_id == coming.id else None
    day = measure.due_on or (at_gathering.starts_on if at_gathering else None) or ""
    responsible = measure.responsible_user.name if measure.responsible_user else measure.responsible
    return DueLine(
        id=measure.id,
        title=measure.title,
        due=at_gathering.title if at_gathering and not measure.due_on else said_day(day or None),
        day=day,
        is_late=bool(day) and day < today,
        responsible=responsible,
        is_own=user_id is not None and measure.responsible_id == user_id,
        status=measure.status,
        address=f"{address_of('plans.plan', plan_id=measure.plan_id)}#{measure.id}",
    )
