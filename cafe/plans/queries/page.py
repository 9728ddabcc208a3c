"""What the page of a plan needs besides its rows: names of people, gatherings and teams."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.queries.texts import PastText, past_texts
from cafe.errors import NotFound
from cafe.gatherings.model import Gathering
from cafe.network.model import Team, TeamMember
from cafe.network.queries import members_of
from cafe.plans.model import PlanText, PlanTextVersion, WorkPlan
from cafe.plans.rules import at_hand, may_be_read_by_others


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody of the team."""

    id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class When:
    """A gathering of the network, for deadlines and the period."""

    id: str
    title: str
    starts_on: str | None
    ends_on: str | None


@dataclass(frozen=True, kw_only=True)
class PlanPage:
    """What stands around a plan."""

    plan_id: str
    team_id: str
    title: str
    state: str
    people: tuple[Person, ...]
    gatherings: tuple[When, ...]
    teams: dict[str, str]


def plan_page(session: Session, plan_id: str) -> PlanPage:
    """Give what stands around a plan. Raises NotFound."""
    plan = session.get(WorkPlan, plan_id)
    if plan is None:
        raise NotFound
    network_id = plan.team.network_id
    members = members_of(session, plan.team_id)
    gatherings = session.scalars(
        select(Gathering)
        .where(Gathering.network_id == network_id)
        .order_by(Gathering.starts_on, Gathering.created_at)
    )
    teams = session.execute(select(Team.id, Team.name).where(Team.network_id == network_id))
    return PlanPage(
        plan_id=plan.id,
        team_id=plan.team_id,
        title=plan.title,
        state=plan.state,
        people=tuple(Person(id=member.user_id, name=member.user.name) for member in members),
        gatherings=tuple(
            When(id=one.id, title=one.title, starts_on=one.starts_on, ends_on=one.ends_on)
            for one in gatherings
        ),
        teams={row.id: row.name for row in teams},
    )


def text_history(session: Session, plan_id: str, about_id: str, field: str) -> list[PastText]:
    """Give the texts that a field of a plan has had; none for one that nobody has written."""
    query = select(PlanText).where(
        PlanText.plan_id == plan_id, PlanText.about_id == about_id, PlanText.field == field
    )
    row = session.scalars(query).first()
    return past_texts(session, row, PlanTextVersion) if row else []


def is_in_team(session: Session, user_id: str | None, team_id: str) -> bool:
    """Tell whether somebody is in a team."""
    return user_id is not None and session.get(TeamMember, (team_id, user_id)) is not None


def current_plan(session: Session, team_id: str, *, with_drafts: bool) -> str | None:
    """Give the id of the plan a team works with now, or None when there is none to be seen."""
    query = select(WorkPlan.id, WorkPlan.state).where(WorkPlan.team_id == team_id)
    rows = session.execute(query.order_by(WorkPlan.created_at.desc(), WorkPlan.id))
    plans = [row for row in rows if with_drafts or may_be_read_by_others(row.state)]
    return next((str(plans[number].id) for number in at_hand([plan.state for plan in plans])), None)


def plan_arguments(session: Session, actor: Actor, team_id: str) -> dict[str, str] | None:
    """Give what leads somebody to the plan a team works with now; None where there is none for them."""
    with_drafts = is_in_team(session, actor.user_id, team_id)
    plan_id = current_plan(session, team_id, with_drafts=with_drafts)
    return {"plan_id": plan_id} if plan_id else None
