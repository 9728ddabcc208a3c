"""What happens when something is asked of a network and its teams."""

from cafe.network.actions import network, organisations, teams

__all__ = ["network", "organisations", "teams"]
