"""What is asked of networks and teams: who belongs to them, and who organises them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.authorisation import finds_roles
from cafe.errors import NotFound
from cafe.network.commands import Post
from cafe.network.model import Network, NetworkOrganiser, Organisation, Team, TeamMember
from cafe.people.model import User


def organises_network(session: Session, user_id: str, network_id: str) -> bool:
    """Tell whether a user organises a network."""
    return session.get(NetworkOrganiser, (network_id, user_id)) is not None


def is_member(session: Session, user_id: str, network_id: str) -> bool:
    """Tell whether a user is in a team of a network."""
    query = select(TeamMember.user_id).join(Team).where(Team.network_id == network_id)
    return session.scalars(query.where(TeamMember.user_id == user_id).limit(1)).first() is not None


def networks_organised_by(session: Session, user_id: str) -> list[Network]:
    """Give the networks a user organises, by name."""
    mine = select(NetworkOrganiser.network_id).where(NetworkOrganiser.user_id == user_id)
    return list(session.scalars(select(Network).where(Network.id.in_(mine)).order_by(Network.name)))


def organisers_of_network(session: Session, network_id: str) -> list[User]:
    """Give those who organise a network, by name."""
    these = select(NetworkOrganiser.user_id).where(NetworkOrganiser.network_id == network_id)
    found = session.scalars(select(User).where(User.id.in_(these)))
    return sorted(found, key=lambda user: (user.name.casefold(), user.id))


def teams_of_user(session: Session, user_id: str) -> list[Team]:
    """Give the teams a user is in, by name."""
    mine = select(TeamMember.team_id).where(TeamMember.user_id == user_id)
    return list(session.scalars(select(Team).where(Team.id.in_(mine)).order_by(Team.name, Team.id)))


def teams_in(session: Session, network_id: str) -> list[Team]:
    """Give the teams of a network, by name."""
    query = select(Team).where(Team.network_id == network_id)
    return list(session.scalars(query.order_by(Team.name, Team.id)))


def members_of(session: Session, team_id: str) -> list[TeamMember]:
    """Give those in a team, by name."""
    members = session.scalars(select(TeamMember).where(TeamMember.team_id == team_id))
    return sorted(members, key=lambda member: (member.user.name.casefold(), member.user_id))


@finds_roles("network_id")
def roles_in_network(session: Session, actor: Actor, target: Mapping[str, Any]) -> frozenset[Role]:
    """Give the roles towards `network_id`. Raises NotFound when there is no such network."""
    if session.get(Network, target["network_id"]) is None:
        raise NotFound
    return roles_towards_network(session, actor, target["network_id"])


def roles_towards_network(session: Session, actor: Actor, network_id: str) -> frozenset[Role]:
    """Give the roles an actor has in a network that is known to exist."""
    roles = set()
    if actor.user_id and organises_network(session, actor.user_id, network_id):
        roles.add(Role.ORGANISER)
    if actor.user_id and is_member(session, actor.user_id, network_id):
        roles.add(Role.MEMBER)
    return frozenset(roles)


@finds_roles("team_id")
def roles_in_team(session: Session, actor: Actor, target: Mapping[str, Any]) -> frozenset[Role]:
    """Give the roles towards `team_id` and its network. Raises NotFound when there is no such team."""
    team = session.get(Team, target["team_id"])
    if team is None:
        raise NotFound
    return roles_towards_team(session, actor, team)


def roles_towards_team(session: Session, actor: Actor, team: Team) -> frozenset[Role]:
    """Give the roles an actor has towards a team and its network."""
    roles = set(roles_towards_network(session, actor, team.network_id))
    member = session.get(TeamMember, (team.id, actor.user_id)) if actor.user_id else None
    if member is not None:
        roles.add(Role.TEAM)
        roles |= {Role.TEAM_LEAD} if member.post == Post.LEAD else set()
        roles |= {Role.LEADER} if member.post == Post.LEADER else set()
    return frozenset(roles)


# With one of these beside it, an organisation is only a detail of what is asked, and opens nothing.
WIDER = ("network_id", "team_id", "gathering_id", "session_id", "plan_id")


@finds_roles("organisation_id")
def roles_in_organisation(session: Session, actor: Actor, target: Mapping[str, Any]) -> frozenset[Role]:
    """Give the roles towards `organisation_id` where it is what is asked for; none where there is no such."""
    organisation = session.get(Organisation, target["organisation_id"])
    if organisation is None or any(key in target for key in WIDER):
        return frozenset()
    return roles_towards_organisation(session, actor, organisation)


def roles_towards_organisation(session: Session, actor: Actor, organisation: Organisation) -> frozenset[Role]:
    """Give the roles towards an organisation: those in its network, and TEAM for those in its own team."""
    roles = set(roles_towards_network(session, actor, organisation.network_id))
    own = select(TeamMember.user_id).join(Team).where(Team.organisation_id == organisation.id)
    mine = own.where(TeamMember.user_id == actor.user_id).limit(1)
    if actor.user_id and session.scalars(mine).first() is not None:
        roles.add(Role.TEAM)
    return frozenset(roles)
