"""The plans that somebody may take things home to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.dialogue.model import CafeSession
from cafe.errors import NotAllowed, NotFound
from cafe.gatherings.model import Gathering
from cafe.harvest.queries.publication import Page, page_of_session
from cafe.network.model import Team, TeamMember
from cafe.network.queries import roles_towards_network
from cafe.plans.model import Goal, WorkPlan
from cafe.plans.rules import PlanState


@dataclass(frozen=True, kw_only=True)
class Home:
    """A plan of an own team that is still worked with, and its goals by id."""

    plan_id: str
    title: str
    team_id: str
    team: str
    state: str
    goals: tuple[tuple[str, str], ...]


def homes_of(session: Session, actor: Actor, session_id: str) -> list[Home]:
    """Give the plans that things of a café may be taken home to, the newest first."""
    return homes_in(session, actor, _network_of(session_id))


def homes_in(session: Session, actor: Actor, network_id: object) -> list[Home]:
    """Give the plans of own teams in a network that are not finished, the newest first."""
    if actor.user_id is None:
        return []
    query = (
        select(WorkPlan.id, WorkPlan.title, WorkPlan.state, WorkPlan.team_id, Team.name)
        .join(Team, WorkPlan.team_id == Team.id)
        .join(TeamMember, TeamMember.team_id == Team.id)
        .where(TeamMember.user_id == actor.user_id, Team.network_id == network_id)
        .where(WorkPlan.state != PlanState.REPORTED)
        .order_by(WorkPlan.created_at.desc(), WorkPlan.id)
    )
    plans = session.execute(query).all()
    goals: dict[str, list[tuple[str, str]]] = defaultdict(list)
    of_them = select(Goal.id, Goal.plan_id, Goal.title).where(Goal.plan_id.in_([plan.id for plan in plans]))
    for goal in session.execute(of_them.where(Goal.removed.is_(False)).order_by(Goal.position, Goal.id)):
        goals[goal.plan_id].append((goal.id, goal.title))
    return [
        Home(
            plan_id=plan.id,
            title=plan.title,
            team_id=plan.team_id,
            team=plan.name,
            state=plan.state,
            goals=tuple(goals[plan.id]),
        )
        for plan in plans
    ]


def is_of_network(session: Session, actor: Actor, session_id: str) -> bool:
    """Tell whether somebody is in a team of a session's network or organises it. Raises NotFound."""
    cafe = session.get(CafeSession, session_id)
    if cafe is None:
        raise NotFound
    return bool(roles_towards_network(session, actor, cafe.gathering.network_id))


def page_for_members(session: Session, actor: Actor, session_id: str) -> Page:
    """Give what a session has published to who belongs to its network. Raises NotAllowed or NotFound."""
    if not is_of_network(session, actor, session_id):
        raise NotAllowed
    page = page_of_session(session, session_id)
    if page.facts is None:  # published before themes and notes were kept with it
        raise NotFound
    return page


def may_borrow(session: Session, actor: Actor, plan_id: str) -> bool:
    """Tell whether somebody is in another team of the network; who has no plan is shown the way to one."""
    team = session.scalars(select(Team).join(WorkPlan).where(WorkPlan.id == plan_id)).one()
    return bool(own_teams_beside(session, actor, team.network_id, team.id))


def own_teams_of(session: Session, actor: Actor, session_id: str) -> list[tuple[str, str]]:
    """Give the teams of a café's network that somebody is in; they may take things of it home."""
    return own_teams_beside(session, actor, _network_of(session_id), "")


def own_teams_beside(
    session: Session, actor: Actor, network_id: object, team_id: str
) -> list[tuple[str, str]]:
    """Give the teams of a network that somebody is in, beside one of them, by id and name."""
    query = (
        select(Team.id, Team.name)
        .join(TeamMember, TeamMember.team_id == Team.id)
        .where(TeamMember.user_id == actor.user_id, Team.network_id == network_id, Team.id != team_id)
        .order_by(Team.name, Team.id)
    )
    return [(found.id, found.name) for found in session.execute(query)]


def _network_of(session_id: str) -> object:
    network = select(Gathering.network_id).join(CafeSession, CafeSession.gathering_id == Gathering.id)
    return network.where(CafeSession.id == session_id).scalar_subquery()
