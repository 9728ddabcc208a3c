"""The navigation of networks and teams; see `cafe.network.navigation` for how a domain adds an entry."""

from cafe.i18n import lazy
from cafe.network.navigation import Entry, network_entries, network_nav, team_nav

__all__ = ["network_nav", "team_nav"]

network_entries.extend(
    (
        Entry(label=lazy("How the teams stand"), endpoint="overview.board", place=30),
        Entry(label=lazy("What we work on"), endpoint="overview.portfolio", place=40),
        Entry(label=lazy("The years"), endpoint="overview.timeline", place=50),
    )
)
