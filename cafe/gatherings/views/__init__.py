"""HTTP in: coming in by code or QR, and the organisers' pages about gatherings."""

from cafe.gatherings.views import join, organise, people_list, places
from cafe.gatherings.views.blueprint import gatherings

__all__ = ["gatherings", "join", "organise", "people_list", "places"]
