"""What happens when a score is set, by the team or by the organisers. Each sets its own; no machine does."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.commands import new_key
from cafe.errors import NotAllowed
from cafe.live.stamp import touch
from cafe.perform import Result, action
from cafe.plans.actions.found import in_plan, plan_of, worked_on
from cafe.plans.commands.reports import GiveScore, SetScore
from cafe.plans.model import Score, StatusReport
from cafe.plans.rules import ReportState, ScoreBy


@action(SetScore)
def set_score(session: Session, _actor: Actor, command: SetScore, now: int) -> Result:
    """Keep where the team sees itself. From then on it sees the organisers' score, if there is one."""
    worked_on(session, command.plan_id, now)
    report = in_plan(session, StatusReport, command.plan_id, command.report_id)
    _keep(session, report, ScoreBy.TEAM, command.value)
    return {}


@action(GiveScore)
def give_score(session: Session, _actor: Actor, command: GiveScore, _now: int) -> Result:
    """Keep where the organisers see the team. Raises NotAllowed while the report has not been handed in."""
    plan = plan_of(session, command.plan_id)
    report = in_plan(session, StatusReport, plan.id, command.report_id)
    if report.state != ReportState.SUBMITTED:
        raise NotAllowed
    _keep(session, report, ScoreBy.ORGANISERS, command.value)
    return {}


def _keep(session: Session, report: StatusReport, by: ScoreBy, value: float | None) -> None:
    score = next((score for score in report.scores if score.by == by), None)
    if value is None and score is not None:
        report.scores.remove(score)
        session.delete(score)
    elif value is not None and score is not None:
        score.value = value
    elif value is not None:
        report.scores.append(
            Score(id=new_key(), stream_id=report.plan_id, plan=report.plan, by=by, value=value)
        )
    touch(*(other for other in report.scores if other.by != by))
