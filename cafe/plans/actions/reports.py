"""What happens when something is asked of status reports."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.perform import Result, action
from cafe.plans.actions.found import in_plan, new_in, worked_on
from cafe.plans.actions.plan import require_own_gathering
from cafe.plans.actions.shown import show_anew
from cafe.plans.commands.reports import BeginReport, ChangeReport, ReopenReport, SubmitReport
from cafe.plans.filling import as_json
from cafe.plans.model import StatusReport, WorkPlan
from cafe.plans.queries.reports import report_to, work_for
from cafe.plans.rules import PlanState, ReportState, Step, state_after
from cafe.plans.versions import keep_if_changed


@action(BeginReport)
def begin_report(session: Session, _actor: Actor, command: BeginReport, now: int) -> Result:
    """Begin a report, or give the one that a colleague has begun. Raises NotFound for a foreign gathering."""
    plan = worked_on(session, command.plan_id, now)
    require_own_gathering(session, plan.team.network_id, command.gathering_id)
    begun = report_to(session, plan.id, command.gathering_id)
    if begun is not None:
        return {"report_id": begun.id}
    new_in(session, StatusReport, command.report_id, "report_id")
    report = StatusReport(
        id=command.report_id,
        stream_id=plan.id,
        plan=plan,
        gathering_id=command.gathering_id,
        state=ReportState.DRAFT,
        wants_help=False,
    )
    session.add(report)
    return {"report_id": report.id}


@action(ChangeReport)
def change_report(session: Session, _actor: Actor, command: ChangeReport, now: int) -> Result:
    """Say whether the team asks the others for help. A report that was handed in is taken back by it."""
    plan = worked_on(session, command.plan_id, now)
    report = in_plan(session, StatusReport, command.plan_id, command.report_id)
    if report.wants_help == command.wants_help:
        return {"reopened": False}
    report.wants_help = command.wants_help
    return {"reopened": set_back(session, plan, report)}


@action(SubmitReport)
def submit_report(session: Session, _actor: Actor, command: SubmitReport, now: int) -> Result:
    """Hand a report in and keep what it was filled from. The plan has been reported with its last one."""
    plan = worked_on(session, command.plan_id, now)
    report = in_plan(session, StatusReport, plan.id, command.report_id)
    if report.state == ReportState.SUBMITTED:
        return {}
    report.facts = as_json(work_for(session, plan, report.gathering_id))
    report.state, report.submitted_at = ReportState.SUBMITTED, now
    show_anew(session, report)
    if report.gathering_id == plan.to_gathering_id:
        _has_been_reported(session, plan, now)
    return {}


@action(ReopenReport)
def reopen_report(session: Session, _actor: Actor, command: ReopenReport, now: int) -> Result:
    """Take a report back. What it was filled from stays with it until it is handed in anew."""
    plan = worked_on(session, command.plan_id, now)
    report = in_plan(session, StatusReport, plan.id, command.report_id)
    set_back(session, plan, report)
    return {}


def set_back(session: Session, plan: WorkPlan, report: StatusReport) -> bool:
    """Make a report a draft again, and tell whether it had been handed in."""
    if report.state == ReportState.DRAFT:
        return False
    report.state, report.submitted_at = ReportState.DRAFT, None
    show_anew(session, report)
    if report.gathering_id == plan.to_gathering_id and plan.state == PlanState.REPORTED:
        plan.state = PlanState.ACTIVE
    return True


def _has_been_reported(session: Session, plan: WorkPlan, now: int) -> None:
    reported = state_after(plan.state, Step.REPORT)
    if reported is not None:
        plan.state = reported
        keep_if_changed(session, plan, "reported", now)
