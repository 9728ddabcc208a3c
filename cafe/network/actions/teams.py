"""What happens when something is asked of a team."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.errors import BadInput, NotFound
from cafe.network.actions.leaving import show_out
from cafe.network.commands import (
    ChangeTeam,
    ChangeTeamMember,
    CreateTeam,
    InviteTeamMember,
    RemoveTeamMember,
    SetOwnFunction,
)
from cafe.network.model import Organisation, Team, TeamMember
from cafe.network.queries import (
    networks_organised_by,
    roles_towards_network,
    roles_towards_team,
    teams_of_user,
)
from cafe.people.actions import account_for, invite, opens_more
from cafe.people.commands import AddUser
from cafe.perform import Result, action


@action(CreateTeam)
def create_team(session: Session, _actor: Actor, command: CreateTeam, now: int) -> Result:
    """Begin a team. Raises NotFound for an organisation of another network."""
    organisation = session.get(Organisation, command.organisation_id)
    if organisation is None or organisation.network_id != command.network_id:
        raise NotFound
    if session.get(Team, command.new_team_id) is not None:
        raise BadInput(field="new_team_id")
    team = Team(
        id=command.new_team_id,
        network_id=command.network_id,
        organisation_id=organisation.id,
        name=command.title,
        created_at=now,
    )
    session.add(team)
    return {"team_id": team.id}


@action(InviteTeamMember)
def invite_team_member(session: Session, actor: Actor, command: InviteTeamMember, now: int) -> Result:
    """Take somebody into a team, with an invitation when they have no password yet."""
    new = AddUser(new_user_id=command.new_user_id, email=command.email, display_name=command.display_name)
    user = account_for(session, actor, new, now)
    member = session.get(TeamMember, (command.team_id, user.id))
    if member is None:
        member = TeamMember(team_id=command.team_id, user_id=user.id)
        session.add(member)
    member.post, member.function = command.post, command.function
    return {"user_id": user.id, "invited": invite(session, actor, user, command.secret, now)}


@action(ChangeTeam)
def change_team(session: Session, _actor: Actor, command: ChangeTeam, _now: int) -> Result:
    """Change what a team is called."""
    session.get_one(Team, command.team_id).name = command.title
    return {}


@action(ChangeTeamMember)
def change_team_member(session: Session, _actor: Actor, command: ChangeTeamMember, _now: int) -> Result:
    """Change what somebody does in a team. Raises NotFound for somebody who is not in it."""
    member = _member(session, command.team_id, command.user_id)
    member.post, member.function = command.post, command.function
    return {}


@action(SetOwnFunction)
def set_own_function(session: Session, actor: Actor, command: SetOwnFunction, _now: int) -> Result:
    """Let somebody say what they are, or take it back."""
    _member(session, command.team_id, actor.user_id).function = command.function
    return {}


@action(RemoveTeamMember)
def remove_team_member(session: Session, _actor: Actor, command: RemoveTeamMember, _now: int) -> Result:
    """Take somebody out of a team. Raises NotFound for somebody who is not in it."""
    session.delete(_member(session, command.team_id, command.user_id))
    show_out(session, command.user_id)
    return {}


def _member(session: Session, team_id: str, user_id: str | None) -> TeamMember:
    member = session.get(TeamMember, (team_id, user_id)) if user_id else None
    if member is None:
        raise NotFound
    return member


def _opens_more(session: Session, actor: Actor, user_id: str) -> bool:
    """Tell whether somebody is in a team or organises a network that the actor has no part in."""
    for team in teams_of_user(session, user_id):
        if not roles_towards_team(session, actor, team) & {Role.TEAM, Role.ORGANISER}:
            return True
    organised = networks_organised_by(session, user_id)
    return any(Role.ORGANISER not in roles_towards_network(session, actor, each.id) for each in organised)


opens_more.append(_opens_more)
