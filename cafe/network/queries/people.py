"""Who is in a team: their posts, and for those it concerns what they are there as."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from cafe.actor import Actor, Role
from cafe.errors import NotFound
from cafe.i18n import Message
from cafe.network.commands import Function, Post
from cafe.network.model import Team
from cafe.network.queries.belonging import members_of, roles_towards_team
from cafe.network.rules import stands_alone
from cafe.network.words import FUNCTIONS, POSTS


@dataclass(frozen=True, kw_only=True)
class MemberLine:
    """Somebody in a team. The function and the address are for the team and the organisers."""

    user_id: str
    name: str
    post: str
    said_post: Message
    function: str
    said_function: Message
    email: str
    is_oneself: bool


@dataclass(frozen=True, kw_only=True)
class TeamPeople:
    """Who is in a team; `alone` is on when one person with lived experience has no fellow there.

    `inside` is on for the team itself and the organisers, `may_invite` for those who may take people in.
    """

    title: str
    members: tuple[MemberLine, ...]
    alone: bool
    inside: bool
    may_invite: bool


def team_people(session: Session, actor: Actor, team_id: str) -> TeamPeople:
    """Give who is in a team, as an actor may see it. Raises NotFound."""
    team = session.get(Team, team_id)
    if team is None:
        raise NotFound
    roles = roles_towards_team(session, actor, team)
    inside = bool(roles & {Role.TEAM, Role.ORGANISER})
    members = members_of(session, team_id)
    return TeamPeople(
        title=team.name,
        members=tuple(
            MemberLine(
                user_id=member.user_id,
                name=member.user.name,
                post=member.post,
                said_post=POSTS[Post(member.post)],
                function=(member.function or "") if inside else "",
                said_function=FUNCTIONS[Function(member.function)] if inside and member.function else "",
                email=member.user.email if inside else "",
                is_oneself=member.user_id == actor.user_id,
            )
            for member in members
        ),
        alone=inside and stands_alone(member.function for member in members),
        inside=inside,
        may_invite=bool(roles & {Role.TEAM_LEAD, Role.ORGANISER}),
    )
