"""What returns on a gathering's agenda from the work plans: open measures, help that is wanted, reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.gatherings.model import Gathering
from cafe.network.model import Organisation, Team
from cafe.network.queries import roles_towards_network
from cafe.plans.model import Measure, PlanText, StatusReport, WorkPlan
from cafe.plans.queries.carried import carried_on
from cafe.plans.returning import Due, Meeting, is_late, returns_at
from cafe.plans.rules import FINISHED, PlanState, ReportState

READERS = frozenset({Role.MEMBER, Role.ORGANISER})


@dataclass(frozen=True, kw_only=True)
class Returning:
    """An unfinished measure on an agenda; the deadline is a day or the title of a gathering."""

    plan_id: str
    measure_id: str
    title: str
    whose: str
    status: str
    due_on: str | None
    due_at: str
    late: bool


@dataclass(frozen=True, kw_only=True)
class ReportIn:
    """A report that has been handed in for a gathering; `help_wanted` is what its team asks the others."""

    plan_id: str
    whose: str
    wants_help: bool
    help_wanted: str


@dataclass(frozen=True, kw_only=True)
class OnAgenda:
    """The agenda a measure stands on."""

    gathering_id: str
    gathering: str


def network_read_by(session: Session, actor: Actor, gathering_id: str) -> str | None:
    """Give the network of a gathering to who may read its plans; None for others and where there is none."""
    gathering = session.get(Gathering, gathering_id)
    if gathering is None or not roles_towards_network(session, actor, gathering.network_id) & READERS:
        return None
    return gathering.network_id


def returning_measures(session: Session, network_id: str, gathering_id: str, today: str) -> list[Returning]:
    """Give the measures that stand on a gathering's agenda, by organisation: an order that ranks nobody."""
    meetings = meetings_of(session, network_id)
    titles = _titles(session, Gathering.network_id == network_id)
    query = _open_measures().where(Team.network_id == network_id, WorkPlan.state != PlanState.DRAFT)
    by_organisation = query.order_by(Organisation.name, Team.name, Team.id, Measure.position, Measure.id)
    rows = session.execute(by_organisation).all()
    elsewhere = carried_on(session, {row.id: row.team_id for row in rows})
    return [
        Returning(
            plan_id=row.plan_id,
            measure_id=row.id,
            title=row.title,
            whose=row.whose,
            status=row.status,
            due_on=row.due_on,
            due_at=titles.get(row.due_gathering_id or "", ""),
            late=is_late(due_of(row), meetings, today),
        )
        for row in rows
        if row.id not in elsewhere and returns_at(due_of(row), meetings, today) == gathering_id
    ]


def agendas_of(session: Session, plan_id: str, today: str) -> dict[str, OnAgenda]:
    """Give, for each measure of a plan that stands on an agenda, which one that is."""
    plan = session.get_one(WorkPlan, plan_id)
    meetings = meetings_of(session, plan.team.network_id)
    rows = session.execute(_open_measures().where(WorkPlan.id == plan_id)).all()
    elsewhere = carried_on(session, {row.id: row.team_id for row in rows})
    at = {row.id: returns_at(due_of(row), meetings, today) for row in rows if row.id not in elsewhere}
    wanted = {gathering_id for gathering_id in at.values() if gathering_id}
    titles = _titles(session, Gathering.id.in_(wanted))
    return {
        measure_id: OnAgenda(gathering_id=gathering_id, gathering=titles[gathering_id])
        for measure_id, gathering_id in at.items()
        if gathering_id
    }


def _titles(session: Session, which: ColumnElement[bool]) -> dict[str, str]:
    rows = session.execute(select(Gathering.id, Gathering.title).where(which))
    return {row.id: row.title for row in rows}


def meetings_of(session: Session, network_id: str) -> list[Meeting]:
    """Give the gatherings of a network with their days."""
    query = select(Gathering.id, Gathering.starts_on, Gathering.ends_on)
    rows = session.execute(query.where(Gathering.network_id == network_id))
    return [Meeting(id=row.id, starts_on=row.starts_on, ends_on=row.ends_on) for row in rows]


def _open_measures() -> Select[str, str, str, str, str | None, str | None, str, str]:
    """Select what is unfinished and has a deadline."""
    return (
        select(
            Measure.id,
            Measure.plan_id,
            Measure.title,
            Measure.status,
            Measure.due_on,
            Measure.due_gathering_id,
            Organisation.name.label("whose"),
            WorkPlan.team_id,
        )
        .join(WorkPlan, WorkPlan.id == Measure.plan_id)
        .join(Team, Team.id == WorkPlan.team_id)
        .join(Organisation, Organisation.id == Team.organisation_id)
        .where(
            Measure.removed.is_(False),
            Measure.status.not_in(FINISHED),
            Measure.due_on.is_not(None) | Measure.due_gathering_id.is_not(None),
        )
    )


def due_of(row: Measure | Row[str, str, str, str, str | None, str | None, str, str]) -> Due:
    """Give what decides when a measure returns."""
    return Due(status=row.status, due_on=row.due_on, due_gathering_id=row.due_gathering_id)


def reports_in(session: Session, network_id: str, gathering_id: str) -> list[ReportIn]:
    """Give the reports handed in for a gathering, by organisation."""
    query = (
        select(StatusReport, Organisation.name, PlanText.text)
        .join(WorkPlan, WorkPlan.id == StatusReport.plan_id)
        .join(Team, Team.id == WorkPlan.team_id)
        .join(Organisation, Organisation.id == Team.organisation_id)
        .outerjoin(PlanText, (PlanText.about_id == StatusReport.id) & (PlanText.field == "help_wanted"))
        .where(
            Team.network_id == network_id,
            StatusReport.gathering_id == gathering_id,
            StatusReport.state == ReportState.SUBMITTED,
            WorkPlan.state != PlanState.DRAFT,
        )
        .order_by(Organisation.name, Team.name, Team.id, StatusReport.id)
    )
    return list(_reports(session.execute(query)))


def _reports(rows: Iterable[Row[StatusReport, str, str | None]]) -> Iterator[ReportIn]:
    for report, whose, text in rows:
        yield ReportIn(
            plan_id=report.plan_id,
            whose=whose,
            wants_help=report.wants_help or bool((text or "").strip()),
            help_wanted=text or "",
        )


def count_teams(session: Session, network_id: str) -> int:
    """Count the teams of a network."""
    return len(session.scalars(select(Team.id).where(Team.network_id == network_id)).all())
