"""What storyboards are made of: the plan, its last report that may be read, and what it knows by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.errors import NotAllowed, NotFound
from cafe.gatherings.model import Gathering
from cafe.network.model import Organisation, Team
from cafe.network.queries import roles_towards_network
from cafe.plans.facts import IndicatorFacts, PlanFacts, Texts, plan_facts
from cafe.plans.filling import Work
from cafe.plans.model import PlanText, StatusReport, WorkPlan
from cafe.plans.queries.reports import work_for
from cafe.plans.rules import PlanState, ReportState

FEWEST_POINTS_SHOWN = 2
READERS = frozenset({Role.MEMBER, Role.ORGANISER})


@dataclass(frozen=True, kw_only=True)
class StoryboardFacts:
    """What one storyboard tells. `report` holds the texts of the report it follows, if there is one."""

    plan: PlanFacts
    work: Work
    report: Texts | None
    report_is_draft: bool
    wants_help: bool
    indicator: IndicatorFacts | None


def storyboard_facts(
    session: Session, plan_id: str, *, with_drafts: bool, gathering_id: str | None = None
) -> StoryboardFacts:
    """Give what the storyboard of a plan tells, perhaps by its report to one gathering. Raises NotFound.

    What people have promised their own team is on none, not on its own either: it is printed and projected.
    """
    plan = session.get(WorkPlan, plan_id)
    if plan is None:
        raise NotFound
    report = _report(session, plan, with_drafts=with_drafts, gathering_id=gathering_id)
    to = gathering_id or plan.to_gathering_id or (report.gathering_id if report else "")
    facts = plan_facts(session, plan_id)
    return StoryboardFacts(
        plan=facts,
        work=replace(work_for(session, plan, to), promises=()),
        report=_texts(session, report.id) if report else None,
        report_is_draft=report is not None and report.state == ReportState.DRAFT,
        wants_help=bool(report and report.wants_help),
        indicator=most_telling(facts.indicators),
    )


def most_telling(indicators: Iterable[IndicatorFacts]) -> IndicatorFacts | None:
    """Choose the indicator whose chart is shown: an outcome before others, with most measurements."""
    shown = [each for each in indicators if len(each.measurements) >= FEWEST_POINTS_SHOWN]
    return max(shown, key=lambda each: (each.kind == "outcome", len(each.measurements)), default=None)


def _report(
    session: Session, plan: WorkPlan, *, with_drafts: bool, gathering_id: str | None
) -> StatusReport | None:
    query = select(StatusReport).join(Gathering).where(StatusReport.plan_id == plan.id)
    if gathering_id is not None:
        query = query.where(StatusReport.gathering_id == gathering_id)
    newest = query.order_by(Gathering.starts_on.desc(), Gathering.created_at.desc())
    reports = list(session.scalars(newest))
    return next((one for one in reports if with_drafts or one.state == ReportState.SUBMITTED), None)


def _texts(session: Session, report_id: str) -> Texts:
    query = select(PlanText.field, PlanText.text).where(PlanText.about_id == report_id)
    return {field: text for field, text in session.execute(query) if text.strip()}


def plans_on_the_projector(session: Session, actor: Actor, gathering_id: str) -> list[str]:
    """Give the plan of each team of a gathering's network, by organisation; what others may read only.

    Raises NotFound, and NotAllowed for who is nothing in the network: a gathering is open to more people.
    """
    gathering = session.get(Gathering, gathering_id)
    if gathering is None:
        raise NotFound
    if not roles_towards_network(session, actor, gathering.network_id) & READERS:
        raise NotAllowed
    return [plan.id for plan in _plans_for(session, gathering)]


def _plans_for(session: Session, gathering: Gathering) -> list[WorkPlan]:
    reported = set(
        session.scalars(
            select(StatusReport.plan_id).where(
                StatusReport.gathering_id == gathering.id, StatusReport.state == ReportState.SUBMITTED
            )
        )
    )
    query = (
        select(WorkPlan)
        .join(Team)
        .join(Organisation)
        .where(Team.network_id == gathering.network_id, WorkPlan.state != PlanState.DRAFT)
        .order_by(Organisation.name, Team.name, Team.id, WorkPlan.created_at.desc(), WorkPlan.id)
    )
    by_team: dict[str, list[WorkPlan]] = {}
    for plan in session.scalars(query):
        by_team.setdefault(plan.team_id, []).append(plan)
    return [plan_for(plans, gathering.id, reported) for plans in by_team.values()]


def plan_for(plans: list[WorkPlan], gathering_id: str, reported: set[str]) -> WorkPlan:
    """Choose which of a team's plans a gathering is about: the one reported there, else one leading there.

    Else the one that is under way, else the newest. `plans` has the newest first.
    """

    def distance(plan: WorkPlan) -> int:
        if plan.id in reported:
            return 0
        if plan.to_gathering_id == gathering_id:
            return 1
        return 2 if plan.state in {PlanState.ACTIVE, PlanState.SUBMITTED} else 3

    return min(plans, key=distance)
