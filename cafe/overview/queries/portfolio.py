"""What a network works on, across all teams: measures by what sort they are, and what is tried."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.network.model import Organisation, Team
from cafe.plans.addresses import plan_address
from cafe.plans.commands.goals import MeasureKind, Status
from cafe.plans.model import Measure, Pilot, WorkPlan
from cafe.plans.rules import PlanState

FIRST = 12  # measures of a kind that are shown before somebody asks for all of that kind


@dataclass(frozen=True, kw_only=True)
class MeasureLine:
    """A measure as a line: what is done, by whom, how it stands."""

    title: str
    organisation: str
    status: Status
    users_took_part: bool | None
    address: str


@dataclass(frozen=True, kw_only=True)
class KindOfMeasure:
    """All measures of one sort; `lines` may be the first of them only."""

    kind: MeasureKind
    total: int
    teams: int
    statuses: dict[Status, int]
    with_users: int
    lines: tuple[MeasureLine, ...]


@dataclass(frozen=True, kw_only=True)
class PilotLine:
    """Something that is or was tried for a time."""

    title: str
    organisation: str
    starts_on: str | None
    ends_on: str | None
    ended: bool
    address: str


def kinds_of_measures(
    session: Session, network_id: str, kind: MeasureKind | None = None, status: Status | None = None
) -> list[KindOfMeasure]:
    """Give the measures of plans that have been handed in, by their sort; of one sort all, else the first."""
    query = (
        select(
            Measure.id,
            Measure.plan_id,
            Measure.title,
            Measure.kind,
            Measure.status,
            Measure.users_took_part,
            WorkPlan.team_id,
            Organisation.name,
        )
        .join(WorkPlan, WorkPlan.id == Measure.plan_id)
        .join(Team, Team.id == WorkPlan.team_id)
        .join(Organisation, Organisation.id == Team.organisation_id)
        .where(Team.network_id == network_id, WorkPlan.state != PlanState.DRAFT, Measure.removed.is_(False))
        .order_by(Organisation.name, WorkPlan.created_at, Measure.position, Measure.id)
    )
    if kind is not None:
        query = query.where(Measure.kind == kind)
    if status is not None:
        query = query.where(Measure.status == status)
    by_kind: dict[str, list[tuple[object, ...]]] = {}
    for row in session.execute(query):
        by_kind.setdefault(row.kind, []).append(tuple(row))
    first = None if kind is not None else FIRST
    return [_kind(each, by_kind[each], first) for each in MeasureKind if each in by_kind]


def _kind(kind: MeasureKind, rows: list[tuple[object, ...]], first: int | None) -> KindOfMeasure:
    counts = Counter(Status(str(row[4])) for row in rows)
    lines = tuple(
        MeasureLine(
            title=str(title),
            organisation=str(organisation),
            status=Status(str(status)),
            users_took_part=took_part if isinstance(took_part, bool) else None,
            address=plan_address(str(plan_id), f"measure-{measure_id}"),
        )
        for measure_id, plan_id, title, _, status, took_part, _, organisation in rows[:first]
    )
    return KindOfMeasure(
        kind=kind,
        total=len(rows),
        teams=len({row[6] for row in rows}),
        statuses={status: counts[status] for status in Status if counts[status]},
        with_users=sum(row[5] is True for row in rows),
        lines=lines,
    )


def pilots_of(session: Session, network_id: str) -> list[PilotLine]:
    """Give what is tried in the network, what goes on first."""
    query = (
        select(Pilot, Organisation.name)
        .join(WorkPlan, WorkPlan.id == Pilot.plan_id)
        .join(Team, Team.id == WorkPlan.team_id)
        .join(Organisation, Organisation.id == Team.organisation_id)
        .where(Team.network_id == network_id, WorkPlan.state != PlanState.DRAFT, Pilot.removed.is_(False))
        .order_by(Pilot.ended, Pilot.starts_on.desc(), Organisation.name, Pilot.id)
    )
    return [
        PilotLine(
            title=pilot.title,
            organisation=name,
            starts_on=pilot.starts_on,
            ends_on=pilot.ends_on,
            ended=pilot.ended,
            address=plan_address(pilot.plan_id),
        )
        for pilot, name in session.execute(query)
    ]
