"""What the page of a team shows, and what is next for it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.errors import NotFound
from cafe.network.model import Team
from cafe.network.navigation import address_of
from cafe.network.parts import Part, parts_for
from cafe.network.queries import roles_towards_team
from cafe.network.queries.people import TeamPeople, team_people
from cafe.overview.queries.due import DueLine, due_soon
from cafe.overview.queries.plans import PlanLine, has_reported, plan_at_hand, plans_of
from cafe.overview.queries.series import GatheringLine, next_in, series_of
from cafe.overview.rules import Next, Stands, next_for_team


@dataclass(frozen=True, kw_only=True)
class Step:
    """The one thing a team does next, and the page for it."""

    what: Next
    about: str
    address: str


@dataclass(frozen=True, kw_only=True)
class TeamFacts:
    """Everything the page of a team shows. What is inside is empty for others of the network."""

    id: str
    title: str
    organisation: str
    context: str
    network: str
    in_team: bool
    step: Step | None
    due: tuple[DueLine, ...]
    coming: GatheringLine | None
    plans: tuple[PlanLine, ...]
    people: TeamPeople
    parts: tuple[Part, ...]


def team_facts(session: Session, actor: Actor, team_id: str, today: str) -> TeamFacts:
    """Give what the page of a team shows to an actor. Raises NotFound."""
    team = session.get(Team, team_id)
    if team is None:
        raise NotFound
    roles = roles_towards_team(session, actor, team)
    in_team = Role.TEAM in roles
    plans = plans_of(session, [team.id], frozenset({team.id} if in_team else ())).get(team.id, [])
    coming = next_in(series_of(session, actor, team.network_id, today))
    due = due_soon(session, team.id, actor.user_id, today) if in_team else []
    return TeamFacts(
        id=team.id,
        title=team.name,
        organisation=team.organisation.name,
        context=team.organisation.context,
        network=team.organisation.network.name,
        in_team=in_team,
        step=_step(session, team, plans, due, coming, today) if in_team else None,
        due=tuple(due),
        coming=coming,
        plans=tuple(plans),
        people=team_people(session, actor, team.id),
        parts=tuple(parts_for(session, actor, team.id, roles)),
    )


def _step(
    session: Session,
    team: Team,
    plans: list[PlanLine],
    due: list[DueLine],
    coming: GatheringLine | None,
    today: str,
) -> Step:
    plan = plan_at_hand(plans)
    stands = Stands(
        plan_state=plan.state if plan else None,
        late=sum(line.is_late for line in due),
        next_gathering=coming.starts_on if coming else None,
        reported=coming is not None and has_reported(session, team.id, coming.id),
    )
    what = next_for_team(stands, today)
    if plan is None or what is Next.BEGIN_NEXT_PLAN:
        return Step(what=what, about="", address=address_of("plans.new", team_id=team.id))
    if what is Next.REPORT and coming is not None:
        address = address_of("plans.report", plan_id=plan.id, gathering_id=coming.id)
        return Step(what=what, about=coming.title, address=address or plan.address)
    return Step(what=what, about=plan.title, address=plan.address)
