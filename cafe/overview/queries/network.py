"""What the front page of a network shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.errors import NotFound
from cafe.gatherings.published import PublishedPage, published_pages
from cafe.i18n import Message
from cafe.network.model import Network, Team, TeamMember
from cafe.network.navigation import address_of
from cafe.network.queries import roles_towards_network, teams_in, teams_of_user
from cafe.network.queries.contacts import OrganisationsFacts, organisations_facts
from cafe.overview.board import completeness
from cafe.overview.queries.board import board_rows
from cafe.overview.queries.plans import plan_at_hand, plans_of
from cafe.overview.queries.series import GatheringLine, next_in, series_of
from cafe.overview.rules import NetworkStands, Task, tasks_for
from cafe.overview.words import NOT_IN, TASKS, TEAM_PLANS
from cafe.plans.rules import PlanState


@dataclass(frozen=True, kw_only=True)
class TeamLine:
    """A team as a line of its network, with the plan at hand that may be seen."""

    id: str
    title: str
    organisation: str
    is_own: bool
    is_empty: bool
    plan: Message
    plan_address: str


@dataclass(frozen=True, kw_only=True)
class TaskLine:
    """Something organisers can do next, and where."""

    said: Message
    address: str


@dataclass(frozen=True, kw_only=True)
class Before:
    """What is still missing before the next gathering."""

    gathering: str
    plans: int
    reports: int


@dataclass(frozen=True, kw_only=True)
class NetworkFacts:
    """Everything the front page of a network shows; `published` is what its gatherings came to."""

    id: str
    title: str
    about: str
    organises: bool
    gatherings: tuple[GatheringLine, ...]
    published: tuple[PublishedPage, ...]
    teams: tuple[TeamLine, ...]
    organisations: OrganisationsFacts
    tasks: tuple[TaskLine, ...]
    before: Before | None


def network_facts(session: Session, actor: Actor, network_id: str, today: str) -> NetworkFacts:
    """Give what the front page of a network shows to an actor. Raises NotFound."""
    network = session.get(Network, network_id)
    if network is None:
        raise NotFound
    organises = Role.ORGANISER in roles_towards_network(session, actor, network_id)
    gatherings = series_of(session, actor, network_id, today)
    organisations = organisations_facts(session, network_id)
    teams = teams_in(session, network_id)
    peopled = _peopled(session, network_id)
    tasks = _tasks(gatherings, organisations, len(teams), len(peopled)) if organises else []
    return NetworkFacts(
        id=network.id,
        title=network.name,
        about=network.about,
        organises=organises,
        gatherings=tuple(gatherings),
        published=tuple(published_pages(session, actor, [gathering.id for gathering in gatherings])),
        teams=tuple(_teams(session, actor, teams, peopled)),
        organisations=organisations,
        tasks=tuple(TaskLine(said=TASKS[task], address=_where(task, network.id)) for task in tasks),
        before=_before(session, network.id, next_in(gatherings), today) if organises and not tasks else None,
    )


def _before(session: Session, network_id: str, coming: GatheringLine | None, today: str) -> Before | None:
    if coming is None:
        return None
    whole = completeness(board_rows(session, network_id, coming.id, today))
    return Before(
        gathering=coming.title, plans=whole.teams - whole.plans, reports=whole.teams - whole.reports
    )


def _peopled(session: Session, network_id: str) -> frozenset[str]:
    query = select(TeamMember.team_id).join(Team).where(Team.network_id == network_id).distinct()
    return frozenset(session.scalars(query))


def _teams(session: Session, actor: Actor, teams: list[Team], peopled: frozenset[str]) -> Iterator[TeamLine]:
    own = frozenset(team.id for team in teams_of_user(session, actor.user_id or ""))
    plans = plans_of(session, [team.id for team in teams], own)
    for team in teams:
        plan = plan_at_hand(plans.get(team.id, ()))
        yield TeamLine(
            id=team.id,
            title=team.name,
            organisation=team.organisation.name,
            is_own=team.id in own,
            is_empty=team.id not in peopled,
            plan=TEAM_PLANS[PlanState(plan.state)] if plan else NOT_IN,
            plan_address=plan.address if plan else "",
        )


def _tasks(
    gatherings: list[GatheringLine], organisations: OrganisationsFacts, teams: int, peopled: int
) -> list[Task]:
    taking_part = [line for line in organisations.lines if not line.organises]
    stands = NetworkStands(
        organisations=len(taking_part),
        without_team=sum(not line.teams for line in taking_part),
        teams=teams,
        empty_teams=teams - peopled,
        coming_gatherings=0 if next_in(gatherings) is None else 1,
        units=organisations.coverage.units,
    )
    # The first gathering is asked for where the series will stand.
    return [task for task in tasks_for(stands) if gatherings or task is not Task.PLAN_GATHERING]


def _where(task: Task, network_id: str) -> str:
    if task is Task.PLAN_GATHERING:
        return address_of("gatherings.new")
    if task is Task.INVITE_PEOPLE:
        return address_of("overview.network", network_id=network_id) + "#teams"
    return address_of("network.organisations", network_id=network_id)
