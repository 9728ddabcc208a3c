"""What is asked of status reports, and what a report fills itself from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cafe.clock import ZONE, day_of
from cafe.gatherings.model import Commitment, Gathering
from cafe.plans.filling import (
    CycleWork,
    IndicatorWork,
    MeasureWork,
    Noted,
    Point,
    Promise,
    Work,
    since_when,
)
from cafe.plans.model import (
    Goal,
    Indicator,
    Measure,
    Measurement,
    PdsaCycle,
    PlanText,
    PlanTextVersion,
    StatusReport,
    WorkPlan,
)
from cafe.plans.queries.page import current_plan
from cafe.plans.rules import ReportState
from cafe.plans.run_chart.signals import shifts_in

TextsOf = dict[tuple[str, str], Noted]


def report_to(session: Session, plan_id: str, gathering_id: str) -> StatusReport | None:
    """Give the report of a plan to a gathering, if it has been begun."""
    query = select(StatusReport).where(
        StatusReport.plan_id == plan_id, StatusReport.gathering_id == gathering_id
    )
    return session.scalars(query).first()


def work_for(session: Session, plan: WorkPlan, gathering_id: str) -> Work:
    """Give what has been done with a plan since the report or gathering before."""
    since = _since(session, plan, gathering_id)
    noted = _texts(session, plan.id)
    of_plan = (Goal.plan_id == plan.id, Goal.removed.is_(False), Goal.status == "done")
    return Work(
        since=since,
        measures=tuple(_measures(session, plan.id, noted)),
        indicators=tuple(_indicators(session, plan.id, since)),
        goals_reached=tuple(session.scalars(select(Goal.title).where(*of_plan).order_by(Goal.position))),
        promises=tuple(_promises(session, plan)),
    )


def _since(session: Session, plan: WorkPlan, gathering_id: str) -> int:
    before = (
        select(StatusReport.submitted_at)
        .join(WorkPlan)
        .where(
            WorkPlan.team_id == plan.team_id,
            StatusReport.state == ReportState.SUBMITTED,
            StatusReport.gathering_id != gathering_id,
        )
    )
    own = report_to(session, plan.id, gathering_id)
    until = own.submitted_at if own is not None else None
    reports = [at for at in session.scalars(before) if at is not None and (until is None or at < until)]
    gathering = session.get(Gathering, plan.from_gathering_id) if plan.from_gathering_id else None
    return since_when(reports, first_moment(gathering.starts_on) if gathering else None, plan.created_at)


def first_moment(day: str | None) -> int | None:
    """Give the moment a day begins, or None for a day that is not known."""
    if day is None:
        return None
    return int(datetime.fromisoformat(day).replace(tzinfo=ZONE).timestamp() * 1000)


def _texts(session: Session, plan_id: str) -> TextsOf:
    newest = (
        select(PlanTextVersion.plan_text_id, func.max(PlanTextVersion.at).label("at"))
        .group_by(PlanTextVersion.plan_text_id)
        .subquery()
    )
    query = (
        select(PlanText.about_id, PlanText.field, PlanText.text, newest.c.at)
        .join(newest, newest.c.plan_text_id == PlanText.id)
        .where(PlanText.plan_id == plan_id)
    )
    return {
        (about_id, field): Noted(text=text.strip(), at=at)
        for about_id, field, text, at in session.execute(query)
    }


def _measures(session: Session, plan_id: str, noted: TextsOf) -> Iterable[MeasureWork]:
    query = (
        select(Measure, Gathering.title)
        .outerjoin(Gathering, Gathering.id == Measure.due_gathering_id)
        .where(Measure.plan_id == plan_id, Measure.removed.is_(False))
        .order_by(Measure.position, Measure.id)
    )
    cycles = _cycles(session, plan_id, noted)
    for measure, gathering in session.execute(query):
        yield MeasureWork(
            id=measure.id,
            title=measure.title,
            status=measure.status,
            status_at=measure.status_at,
            users_took_part=measure.users_took_part,
            due_on=measure.due_on,
            due_at=gathering or "",
            barrier=noted.get((measure.id, "barrier"), Noted()),
            learning=noted.get((measure.id, "learning"), Noted()),
            cycles=tuple(cycles.get(measure.id, ())),
        )


def _cycles(session: Session, plan_id: str, noted: TextsOf) -> dict[str, list[CycleWork]]:
    query = select(PdsaCycle).where(PdsaCycle.plan_id == plan_id, PdsaCycle.removed.is_(False))
    found: dict[str, list[CycleWork]] = {}
    for cycle in session.scalars(query.order_by(PdsaCycle.position, PdsaCycle.id)):
        texts = [noted.get((cycle.id, field), Noted()) for field in ("act", "study", "do")]
        seen = next((text.text for text in texts if text.text), "")
        work = CycleWork(
            question=noted.get((cycle.id, "question"), Noted()).text,
            act=cycle.act,
            seen=Noted(text=seen, at=max(text.at for text in texts)),
        )
        found.setdefault(cycle.measure_id, []).append(work)
    return found


def _indicators(session: Session, plan_id: str, since: int) -> Iterable[IndicatorWork]:
    from_day = day_of(since)
    query = select(Indicator).where(Indicator.plan_id == plan_id, Indicator.removed.is_(False))
    points: dict[str, list[Point]] = {}
    taken = select(Measurement).where(Measurement.plan_id == plan_id, ~Measurement.removed)
    for row in session.scalars(taken.order_by(Measurement.taken_on)):
        points.setdefault(row.indicator_id, []).append(Point(taken_on=row.taken_on, value=row.value))
    for indicator in session.scalars(query.order_by(Indicator.position, Indicator.id)):
        yield _measured(indicator, points.get(indicator.id, []), from_day)


def _measured(indicator: Indicator, points: list[Point], from_day: str) -> IndicatorWork:
    old = [point for point in points if point.taken_on < from_day]
    new = [point for point in points if point.taken_on >= from_day]
    before = old[-1] if old else None
    if before is None and indicator.baseline is not None and indicator.baseline_on is not None:
        before = Point(taken_on=indicator.baseline_on, value=indicator.baseline)
    return IndicatorWork(
        title=indicator.title,
        unit=indicator.unit,
        target=indicator.target,
        before=before,
        newest=new[-1] if new else None,
        shifted=any(run.last >= len(old) for run in shifts_in([Decimal(point.value) for point in points])),
    )


def _promises(session: Session, plan: WorkPlan) -> Iterable[Promise]:
    query = (
        select(Commitment)
        .join(Gathering)
        .where(Commitment.team_id == plan.team_id)
        .order_by(Gathering.starts_on, Commitment.id)
    )
    for promise in session.scalars(query):
        if plan.from_gathering_id in {None, promise.gathering_id}:
            yield Promise(text=promise.text, done=promise.done)


def report_to_write(session: Session, team_id: str, *, with_drafts: bool) -> tuple[str, str] | None:
    """Give the plan a team works with and the gathering it reports to next, or None."""
    plan_id = current_plan(session, team_id, with_drafts=with_drafts)
    if plan_id is None:
        return None
    plan = session.get_one(WorkPlan, plan_id)
    gathering_id = plan.to_gathering_id or _next_gathering(session, plan)
    return (plan.id, gathering_id) if gathering_id else None


def _next_gathering(session: Session, plan: WorkPlan) -> str | None:
    """Give the gathering after the one a plan begins with, else the last one there is."""
    query = select(Gathering).where(Gathering.network_id == plan.team.network_id)
    gatherings = list(session.scalars(query.order_by(Gathering.starts_on, Gathering.created_at)))
    ids = [gathering.id for gathering in gatherings]
    if plan.from_gathering_id in ids[:-1]:
        return ids[ids.index(plan.from_gathering_id) + 1]
    return ids[-1] if ids else None
