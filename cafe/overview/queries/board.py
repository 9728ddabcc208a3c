"""What the organisers' board asks: counted in the database, in a handful of queries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Row, case, func, or_, select
from sqlalchemy.orm import Session, joinedload

from cafe.gatherings.model import Assignment, Gathering, Submission
from cafe.network.model import Team
from cafe.overview.board import TeamStands
from cafe.plans.model import Measure, PlanActivity, PlanText, StatusReport, WorkPlan
from cafe.plans.rules import FINISHED, PlanState


@dataclass(frozen=True, kw_only=True)
class Counted:
    """The measures of a plan."""

    measures: int = 0
    finished: int = 0
    late: int = 0


def board_rows(
    session: Session, network_id: str, gathering_id: str | None, today: str, *, is_over: bool = False
) -> list[TeamStands]:
    """Give how each team of a network stands before a gathering, by the name of its organisation."""
    query = select(Team).where(Team.network_id == network_id).options(joinedload(Team.organisation))
    teams = sorted(
        session.scalars(query), key=lambda team: (team.organisation.name.casefold(), team.name, team.id)
    )
    plans = _plans(session, network_id, gathering_id)
    if is_over:
        plans = {team: plan for team, plan in plans.items() if plan.to_gathering_id == gathering_id}
    counted = _counted(session, [plan.id for plan in plans.values()], today)
    reports = _reports(session, network_id, gathering_id)
    handed_in, assignments = _handed_in(session, gathering_id)
    rows = []
    for team in teams:
        plan = plans.get(team.id)
        count = counted.get(plan.id, Counted()) if plan else Counted()
        is_for_it = plan is not None and (gathering_id is None or plan.to_gathering_id == gathering_id)
        rows.append(
            TeamStands(
                team_id=team.id,
                name=team.name,
                organisation=team.organisation.name,
                kind=team.organisation.kind,
                plan_id=plan.id if plan else None,
                plan_state=plan.state if plan and is_for_it else "",
                measures=count.measures,
                finished=count.finished,
                late=count.late,
                active_at=plan.at if plan else None,
                report_in=team.id in reports,
                help_wanted=reports.get(team.id, False),
                assignments=assignments,
                handed_in=handed_in[team.id],
                is_over=is_over,
            )
        )
    return rows


def _plans(
    session: Session, network_id: str, gathering_id: str | None
) -> dict[str, Row[str, str, str, str | None, int]]:
    """Give for each team its plan for a gathering, else its newest one; drafts are the team's alone."""
    query = (
        select(WorkPlan.id, WorkPlan.team_id, WorkPlan.state, WorkPlan.to_gathering_id, PlanActivity.at)
        .join(Team, Team.id == WorkPlan.team_id)
        .outerjoin(PlanActivity, PlanActivity.plan_id == WorkPlan.id)
        .where(Team.network_id == network_id, WorkPlan.state != PlanState.DRAFT)
        .order_by(WorkPlan.created_at, WorkPlan.id)
    )
    found: dict[str, Row[str, str, str, str | None, int]] = {}
    for row in session.execute(query):
        kept = found.get(row.team_id)
        if kept is None or kept.to_gathering_id != gathering_id or row.to_gathering_id == gathering_id:
            found[row.team_id] = row
    return found


def _counted(session: Session, plan_ids: list[str], today: str) -> dict[str, Counted]:
    finished = Measure.status.in_(FINISHED)
    over = func.coalesce(Gathering.ends_on, Gathering.starts_on) < today
    past = or_(Measure.due_on < today, Measure.due_on.is_(None) & over)
    query = (
        select(
            Measure.plan_id,
            func.count(),
            func.sum(case((finished, 1), else_=0)),
            func.sum(case((~finished & past, 1), else_=0)),
        )
        .outerjoin(Gathering, Gathering.id == Measure.due_gathering_id)
        .where(Measure.plan_id.in_(plan_ids), Measure.removed.is_(False))
        .group_by(Measure.plan_id)
    )
    return {
        plan_id: Counted(measures=measures, finished=done, late=late)
        for plan_id, measures, done, late in session.execute(query)
    }


def _reports(session: Session, network_id: str, gathering_id: str | None) -> dict[str, bool]:
    """Tell of each team whose report is in whether it asks for help: by a tick or in words."""
    asks = (PlanText.about_id == StatusReport.id) & (PlanText.field == "help_wanted")
    query = (
        select(WorkPlan.team_id, StatusReport.wants_help, PlanText.text)
        .join(StatusReport, StatusReport.plan_id == WorkPlan.id)
        .join(Team, Team.id == WorkPlan.team_id)
        .outerjoin(PlanText, asks)
        .where(
            Team.network_id == network_id,
            WorkPlan.state != PlanState.DRAFT,
            StatusReport.gathering_id == gathering_id,
            StatusReport.state == "submitted",
        )
    )
    return {
        team_id: wants_help or bool((text or "").strip())
        for team_id, wants_help, text in session.execute(query)
    }


def _handed_in(session: Session, gathering_id: str | None) -> tuple[Counter[str], int]:
    """Count what each team has handed in of what is due before a gathering, and how much is."""
    asked = session.scalars(
        select(Assignment.id).where(
            Assignment.gathering_id == gathering_id,
            Assignment.when == "before",
            Assignment.removed.is_(False),
        )
    ).all()
    query = select(Submission.team_id).where(
        Submission.assignment_id.in_(asked), Submission.handed_in_at.is_not(None)
    )
    return Counter(session.scalars(query)), len(asked)
