"""Who asks: a signed-in organiser, a guest with a ticket, the wall, the server itself, or nobody known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an actor is, relative to the thing asked for."""

    ANYONE = "anyone"  # with or without a ticket or a sign-in
    USER = "user"  # signed in with an account
    GUEST = "guest"  # holds a ticket to this gathering
    HOST = "host"  # hosts or co-hosts this table
    FORMER_HOST = "former_host"  # has hosted this table, and somebody else does now
    HARVESTER = "harvester"  # has hosted tables of this topic, and harvests it
    ORGANISER = "organiser"  # organises this gathering, or this network
    WALL = "wall"  # the projector of this session
    MEMBER = "member"  # is in a team of this network
    TEAM = "team"  # is in this team
    TEAM_LEAD = "team_lead"  # coordinates this team
    LEADER = "leader"  # heads the service of this team, and signs its plans off
    SERVER = "server"  # the command line and the server's own clock


@dataclass(frozen=True, kw_only=True)
class Actor:
    """The one who asks, as verified by the server from a cookie; never what the client says of itself."""

    user_id: str | None = None
    participant_ids: tuple[str, ...] = ()
    wall_of: tuple[str, ...] = ()
    is_server: bool = False

    @property
    def base_roles(self) -> frozenset[Role]:
        """Give the roles that hold whatever is asked for."""
        roles = {Role.ANYONE}
        if self.user_id:
            roles.add(Role.USER)
        if self.is_server:
            roles.add(Role.SERVER)
        return frozenset(roles)


NOBODY = Actor()
SERVER = Actor(is_server=True)
