"""Who finds what by words in a network: what is in the plans they may read, and published conclusions."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.harvest.queries.published_conclusions import PublishedConclusion, find_conclusions
from cafe.network.model import Organisation, Team, TeamMember
from cafe.plans.model import Goal, Measure, PdsaCycle, Pilot, PlanText, StatusReport, WorkPlan
from cafe.plans.rules import PlanState
from cafe.search.finding import Found, find

InPlan = TypeVar("InPlan", Goal, Measure, PdsaCycle, Pilot, PlanText, StatusReport)
LONGEST = 200  # characters that are looked at
MOST = 500
KINDS = ("plan", "goal", "measure", "plan_text")


@dataclass(frozen=True, kw_only=True)
class PlanReach:
    """A plan in which somebody may find things, and whose it is."""

    plan_id: str
    title: str
    state: str
    organisation: str
    own: bool


@dataclass(frozen=True, kw_only=True)
class Hit:
    """Something in a plan that was found. `kind` is measure, goal, plan or report; `id` says which one.

    `line` is what it is called and `text` what the words stand in, if that is another text. A report names
    the gathering it is to.
    """

    kind: str
    id: str
    line: str
    text: str
    plan: PlanReach
    gathering_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Finds:
    """All that was found, by kind, the closest first."""

    measures: tuple[Hit, ...]
    goals: tuple[Hit, ...]
    plans: tuple[Hit, ...]
    reports: tuple[Hit, ...]
    conclusions: tuple[PublishedConclusion, ...]

    @property
    def number(self) -> int:
        """Tell how much was found."""
        return sum(map(len, (self.measures, self.goals, self.plans, self.reports, self.conclusions)))


def plans_in_reach(session: Session, actor: Actor, network_id: str) -> dict[str, PlanReach]:
    """Give the plans somebody may find things in: what is handed in, and drafts of own teams."""
    own = select(TeamMember.team_id).where(TeamMember.user_id == actor.user_id)
    query = (
        select(WorkPlan.id, WorkPlan.title, WorkPlan.state, Organisation.name, WorkPlan.team_id.in_(own))
        .join(Team, WorkPlan.team_id == Team.id)
        .join(Organisation, Team.organisation_id == Organisation.id)
        .where(Team.network_id == network_id)
        .where(or_(WorkPlan.state != PlanState.DRAFT, WorkPlan.team_id.in_(own)))
    )
    return {
        plan_id: PlanReach(plan_id=plan_id, title=title, state=state, organisation=name, own=bool(mine))
        for plan_id, title, state, name, mine in session.execute(query)
    }


def search_network(session: Session, network_id: str, plans: dict[str, PlanReach], words: str) -> Finds:
    """Give what has all the words.

    Call `catch_up_all` with the plans before the session has read anything.
    """
    words = words[:LONGEST]
    found = find(session, list(plans), words, kinds=KINDS, most=MOST) if plans else []
    hits = _hits(session, found, plans)
    return Finds(
        measures=_of(hits, "measure"),
        goals=_of(hits, "goal"),
        plans=_of(hits, "plan"),
        reports=_of(hits, "report"),
        conclusions=tuple(find_conclusions(session, network_id, words)),
    )


def _of(hits: list[Hit], kind: str) -> tuple[Hit, ...]:
    """Give the hits of a kind, each thing once: first where its name was found, else the closest text."""
    by_id: dict[str, Hit] = {}
    for hit in hits:
        if hit.kind == kind and (hit.id not in by_id or not hit.text):
            by_id[hit.id] = hit
    return tuple(by_id.values())


def _hits(session: Session, found: list[Found], plans: dict[str, PlanReach]) -> list[Hit]:
    ids: dict[str, list[str]] = {kind: [each.id for each in found if each.kind == kind] for kind in KINDS}
    texts = {text.id: text for text in _rows(session, PlanText, ids["plan_text"])}
    about = _About(session, [*ids["goal"], *ids["measure"], *(text.about_id for text in texts.values())])
    hits = []
    for each in found:
        text = texts.get(each.id) if each.kind == "plan_text" else None
        hit = about.hit(text.about_id if text else each.id, text, plans)
        if hit is not None:
            hits.append(hit)
    return hits


class _About:
    """The things that texts are about, read a kind at a time."""

    def __init__(self, session: Session, ids: list[str]) -> None:
        self.cycles = {row.id: row.measure_id for row in _rows(session, PdsaCycle, ids) if not row.removed}
        measures = [*ids, *self.cycles.values()]
        self.measures = {row.id: row for row in _rows(session, Measure, measures) if not row.removed}
        self.goals = {row.id: row for row in _rows(session, Goal, ids) if not row.removed}
        self.pilots = {row.id: row for row in _rows(session, Pilot, ids) if not row.removed}
        self.reports = {row.id: row for row in _rows(session, StatusReport, ids)}

    def hit(self, about_id: str, text: PlanText | None, plans: dict[str, PlanReach]) -> Hit | None:
        """Give what was found about something, or None when it is not for this reader."""
        said = text.text if text else ""
        measure = self.measures.get(self.cycles.get(about_id, about_id))
        if measure is not None:
            return self._found("measure", measure.id, measure.title, said, plans.get(measure.plan_id))
        goal = self.goals.get(about_id)
        if goal is not None:
            return self._found("goal", goal.id, goal.title, said, plans.get(goal.plan_id))
        report = self.reports.get(about_id)
        if report is not None:
            plan = plans.get(report.plan_id)
            if plan is None or not (plan.own or (text and text.public and report.state == "submitted")):
                return None
            return Hit(
                kind="report",
                id=report.id,
                line=plan.title,
                text=said,
                plan=plan,
                gathering_id=report.gathering_id,
            )
        pilot = self.pilots.get(about_id)
        plan = plans.get(pilot.plan_id if pilot else about_id)
        return self._found("plan", plan.plan_id, plan.title, said, plan) if plan else None

    @staticmethod
    def _found(kind: str, thing_id: str, line: str, text: str, plan: PlanReach | None) -> Hit | None:
        return Hit(kind=kind, id=thing_id, line=line, text=text, plan=plan) if plan else None


def _rows(session: Session, model: type[InPlan], ids: Collection[str]) -> list[InPlan]:
    return list(session.scalars(select(model).where(model.id.in_(ids)))) if ids else []
