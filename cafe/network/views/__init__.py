"""HTTP in: the pages of networks, their organisations and their teams' people."""

from cafe.network.views import organisation, organisations, organisers, people
from cafe.network.views.blueprint import network

__all__ = ["network", "organisation", "organisations", "organisers", "people"]
