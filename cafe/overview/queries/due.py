"""What is due soon in the plans of a team: measures that are open and have a day or a gathering."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from cafe.days import said_day
from cafe.overview.rules import SOON, is_within
from cafe.plans.addresses import plan_address
from cafe.plans.queries.at_hand import OpenMeasure, open_measures


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


def due_soon(session: Session, team_id: str, user_id: str | None, today: str) -> list[DueLine]:
    """Give the open measures of a team that are late or due soon, the earliest first."""
    lines = [_line(each, user_id, today) for each in open_measures(session, [team_id])]
    soon = [line for line in lines if line.day and is_within(line.day, today, SOON)]
    return sorted(soon, key=lambda line: (line.day, line.title, line.id))


def _line(found: OpenMeasure, user_id: str | None, today: str) -> DueLine:
    measure = found.measure
    responsible = measure.responsible_user.name if measure.responsible_user else measure.responsible
    return DueLine(
        id=measure.id,
        title=measure.title,
        due=found.gathering or said_day(found.day),
        day=found.day or "",
        is_late=found.last_day is not None and found.last_day < today,
        responsible=responsible,
        is_own=user_id is not None and measure.responsible_id == user_id,
        status=measure.status,
        address=plan_address(measure.plan_id, f"measure-{measure.id}", own=True),
    )
