"""What is asked of networks, organisations and teams."""

from cafe.network.queries.belonging import (
    is_member,
    members_of,
    networks_organised_by,
    organisers_of_network,
    organises_network,
    roles_towards_network,
    roles_towards_organisation,
    roles_towards_team,
    teams_in,
    teams_of_user,
)

__all__ = [
    "is_member",
    "members_of",
    "networks_organised_by",
    "organisers_of_network",
    "organises_network",
    "roles_towards_network",
    "roles_towards_organisation",
    "roles_towards_team",
    "teams_in",
    "teams_of_user",
]
