"""The navigation of networks and teams; see `cafe.network.navigation` for how a domain adds an entry."""

from cafe.network.navigation import network_nav, team_nav

__all__ = ["network_nav", "team_nav"]
