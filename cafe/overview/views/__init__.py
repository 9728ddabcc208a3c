"""HTTP in: the pages that look across a network."""

from cafe.overview.views import board, home, network, team
from cafe.overview.views.blueprint import overview

__all__ = ["board", "home", "network", "overview", "team"]
