"""What the page of a status report shows: to its team while it is written, to others once it is handed in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import roles_towards
from cafe.errors import NotAllowed, NotFound
from cafe.gatherings.model import Gathering
from cafe.plans.filling import Work
from cafe.plans.model import Measure, PlanText, StatusReport, WorkPlan
from cafe.plans.queries.page import is_in_team
from cafe.plans.queries.reports import report_to, report_to_write, work_for
from cafe.plans.rules import PlanState, ReportState, ScoreBy, score_is_for
from cafe.plans.told_of import told_of

READERS = frozenset({Role.TEAM, Role.MEMBER, Role.ORGANISER})


@dataclass(frozen=True, kw_only=True)
class ReportPage:
    """A report as its reader may see it. `scores` holds what this reader sees, by whose it is.

    `measures` are those it tells of, as they are called now, by id. `was_handed_in` is on where it is with
    its team again: taken back, or written in afterwards.
    """

    plan_id: str
    plan_title: str
    plan_is_draft: bool
    team_id: str
    team: str
    network_id: str
    gathering_id: str
    gathering: str
    starts_on: str | None
    ends_on: str | None
    report_id: str
    state: str | None
    submitted_at: int | None
    wants_help: bool
    was_handed_in: bool
    texts: Mapping[str, str]
    measures: Mapping[str, str]
    scores: Mapping[str, float]
    in_team: bool
    organises: bool

    @property
    def is_handed_in(self) -> bool:
        """Tell whether others may read it."""
        return self.state == ReportState.SUBMITTED


def report_page(session: Session, actor: Actor, plan_id: str, gathering_id: str) -> ReportPage:
    """Give a report of a plan to a gathering. Raises NotAllowed and NotFound.

    The address names a plan and a gathering: who may read is decided by the plan alone, for an organiser of
    the gathering is not by that a reader of every plan that could be put before it.
    """
    roles = roles_towards(session, actor, {"plan_id": plan_id})
    if not roles & READERS:
        raise NotAllowed
    plan, gathering = _both(session, plan_id, gathering_id)
    report = report_to(session, plan_id, gathering_id)
    in_team, organises = Role.TEAM in roles, Role.ORGANISER in roles
    may_read = report is not None and (in_team or report.state == ReportState.SUBMITTED)
    shown = report if may_read else None
    texts = _texts(session, shown.id) if shown else {}
    return ReportPage(
        plan_id=plan_id,
        plan_title=plan.title,
        plan_is_draft=plan.state == PlanState.DRAFT,
        team_id=plan.team_id,
        team=plan.team.name,
        network_id=plan.team.network_id,
        gathering_id=gathering_id,
        gathering=gathering.title,
        starts_on=gathering.starts_on,
        ends_on=gathering.ends_on,
        report_id=report.id if report else report_id_for(plan_id, gathering_id),
        state=shown.state if shown else None,
        submitted_at=shown.submitted_at if shown else None,
        wants_help=bool(shown and shown.wants_help),
        was_handed_in=bool(shown and shown.facts and shown.state == ReportState.DRAFT),
        texts=texts,
        measures=_told_of(session, shown, texts.values()) if shown else {},
        scores=_scores(shown, in_team=in_team, organises=organises) if shown else {},
        in_team=in_team,
        organises=organises,
    )


def report_id_for(plan_id: str, gathering_id: str) -> str:
    """Give the id that a report will have: two of a team who begin it at once begin the same."""
    return hashlib.sha256(f"{plan_id}/{gathering_id}".encode()).hexdigest()[:24]


def known_for(session: Session, actor: Actor, plan_id: str, gathering_id: str) -> Work:
    """Give what a team's report can know by itself. Raises NotAllowed and NotFound."""
    if Role.TEAM not in roles_towards(session, actor, {"plan_id": plan_id}):
        raise NotAllowed
    plan, _gathering = _both(session, plan_id, gathering_id)
    return work_for(session, plan, gathering_id)


def _both(session: Session, plan_id: str, gathering_id: str) -> tuple[WorkPlan, Gathering]:
    plan, gathering = session.get(WorkPlan, plan_id), session.get(Gathering, gathering_id)
    if plan is None or gathering is None or gathering.network_id != plan.team.network_id:
        raise NotFound
    return plan, gathering


def _texts(session: Session, report_id: str) -> dict[str, str]:
    query = select(PlanText.field, PlanText.text).where(PlanText.about_id == report_id)
    return {field: text for field, text in session.execute(query) if text.strip()}


def _told_of(session: Session, report: StatusReport, texts: Iterable[str]) -> dict[str, str]:
    """Give the measures of the plan that a report names, by what they are called now or were then."""
    query = select(Measure.id, Measure.title).where(
        Measure.plan_id == report.plan_id, Measure.removed.is_(False)
    )
    now = {row.id: row.title for row in session.execute(query.order_by(Measure.position, Measure.id))}
    then = {kept["id"]: kept["title"] for kept in (report.facts or {}).get("measures", ())}
    told = told_of(texts, {key: (title, then.get(key, "")) for key, title in now.items()})
    return {key: now[key] for key in told}


def _scores(report: StatusReport, *, in_team: bool, organises: bool) -> dict[str, float]:
    side = {ScoreBy.TEAM: in_team, ScoreBy.ORGANISERS: organises}
    have_scored = frozenset(score.by for score in report.scores)
    return {
        score.by: score.value
        for score in report.scores
        if any(side[each] for each in score_is_for(score.by, report.state, have_scored))
    }


def report_arguments(session: Session, actor: Actor, team_id: str) -> dict[str, str] | None:
    """Give what the address of the report that a team writes next is made of; None while there is none."""
    with_drafts = is_in_team(session, actor.user_id, team_id)
    found = report_to_write(session, team_id, with_drafts=with_drafts)
    return {"plan_id": found[0], "gathering_id": found[1]} if found else None
