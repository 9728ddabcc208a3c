"""What the pages of a plan's life show besides its facts."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import roles_towards
from cafe.errors import NotFound
from cafe.gatherings.model import Gathering
from cafe.network.model import Team
from cafe.plans.facts import GatheringName
from cafe.plans.model import Funding, PdsaCycle, Pilot, PlanAnswer, PlanText, WorkPlan
from cafe.plans.rules import may_be_read_by_others


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What somebody is towards a plan."""

    in_team: bool
    leads: bool
    organises: bool


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What an organiser told the team; `at` in milliseconds."""

    name: str
    text: str
    at: int


@dataclass(frozen=True, kw_only=True)
class TextNow:
    """A text as it stands, and the number that an edit of it starts from."""

    text: str = ""
    version: int = 0
    met: bool = False


@dataclass(frozen=True, kw_only=True)
class Removed:
    """Something that was taken out and can be put back. `kind` is cycle, funding or pilot."""

    kind: str
    id: str
    title: str


@dataclass(frozen=True, kw_only=True)
class EarlierPlan:
    """A plan of the same team, to go on from."""

    id: str
    title: str


def standing_towards(session: Session, actor: Actor, plan_id: str) -> Standing:
    """Tell what somebody is towards a plan."""
    roles = roles_towards(session, actor, {"plan_id": plan_id})
    return Standing(in_team=Role.TEAM in roles, leads=Role.LEADER in roles, organises=Role.ORGANISER in roles)


def answers_to(session: Session, plan_id: str) -> list[Answer]:
    """Give what organisers have told the team about its plan, the newest last."""
    query = select(PlanAnswer).where(PlanAnswer.plan_id == plan_id).order_by(PlanAnswer.at, PlanAnswer.id)
    return [Answer(name=row.name, text=row.text, at=row.at) for row in session.scalars(query)]


def texts_about(session: Session, plan_id: str, about_id: str) -> dict[str, TextNow]:
    """Give the texts about something of a plan as they stand, by field."""
    query = select(PlanText).where(PlanText.plan_id == plan_id, PlanText.about_id == about_id)
    return {
        row.field: TextNow(text=row.text, version=row.version, met=row.changed_by_both)
        for row in session.scalars(query)
    }


def removed_in(session: Session, plan_id: str) -> list[Removed]:
    """Give the turns, money and pilots that were taken out."""
    cycles = session.scalars(select(PdsaCycle).where(PdsaCycle.plan_id == plan_id, PdsaCycle.removed))
    money = session.scalars(select(Funding).where(Funding.plan_id == plan_id, Funding.removed))
    pilots = session.scalars(select(Pilot).where(Pilot.plan_id == plan_id, Pilot.removed))
    return [
        *(Removed(kind="cycle", id=row.id, title=_question(session, row.id)) for row in cycles),
        *(Removed(kind="funding", id=row.id, title=row.source) for row in money),
        *(Removed(kind="pilot", id=row.id, title=row.title) for row in pilots),
    ]


def _question(session: Session, cycle_id: str) -> str:
    query = select(PlanText.text).where(PlanText.about_id == cycle_id, PlanText.field == "question")
    return session.scalars(query).first() or ""


def gatherings_in(session: Session, network_id: str) -> list[GatheringName]:
    """Give the gatherings of a network in their order, to choose a period from."""
    query = select(Gathering).where(Gathering.network_id == network_id)
    rows = session.scalars(query.order_by(Gathering.starts_on, Gathering.ordinal, Gathering.created_at))
    return [
        GatheringName(
            id=row.id, title=row.title, ordinal=row.ordinal, starts_on=row.starts_on, ends_on=row.ends_on
        )
        for row in rows
    ]


def network_of_team(session: Session, team_id: str) -> str:
    """Give the network a team is in. Raises NotFound."""
    team = session.get(Team, team_id)
    if team is None:
        raise NotFound
    return team.network_id


def plans_of_team(session: Session, team_id: str, *, with_drafts: bool = True) -> list[EarlierPlan]:
    """Give the plans of a team, the newest first."""
    query = select(WorkPlan.id, WorkPlan.title, WorkPlan.state).where(WorkPlan.team_id == team_id)
    return [
        EarlierPlan(id=plan_id, title=title)
        for plan_id, title, state in session.execute(query.order_by(WorkPlan.created_at.desc(), WorkPlan.id))
        if with_drafts or may_be_read_by_others(state)
    ]


def plans_before(session: Session, plan_id: str) -> list[EarlierPlan]:
    """Give the plans of the team that a plan may take along from, the newest first: those begun before."""
    plan = session.get_one(WorkPlan, plan_id)
    query = select(WorkPlan.id, WorkPlan.title).where(
        WorkPlan.team_id == plan.team_id,
        WorkPlan.id != plan.id,
        WorkPlan.created_at <= plan.created_at,
        WorkPlan.follows_id.is_distinct_from(plan.id),
    )
    rows = session.execute(query.order_by(WorkPlan.created_at.desc(), WorkPlan.id))
    return [EarlierPlan(id=row.id, title=row.title) for row in rows]


def team_of(session: Session, plan_id: str) -> str:
    """Give the team whose plan it is. Raises NotFound."""
    plan = session.get(WorkPlan, plan_id)
    if plan is None:
        raise NotFound
    return plan.team_id
