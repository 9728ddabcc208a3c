"""How a table of rights is written: by role, relative to the thing asked for."""

from __future__ import annotations

from cafe.actor import Role

(
    ANYONE,
    USER,
    GUEST,
    HOST,
    FORMER_HOST,
    HARVESTER,
    ORGANISER,
    WALL,
    MEMBER,
    TEAM,
    TEAM_LEAD,
    LEADER,
    SERVER,
) = Role  # in its order
Roles = frozenset[Role]
Table = dict[str, Roles]


def may(*roles: Role) -> Roles:
    """List who may; the server itself always may."""
    return frozenset({*roles, SERVER})
