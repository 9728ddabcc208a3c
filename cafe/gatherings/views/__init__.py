"""HTTP in: coming in by code or QR, and the organisers' pages about gatherings."""

from cafe.gatherings.views import join, organise
from cafe.gatherings.views.blueprint import gatherings

__all__ = ["gatherings", "join", "organise"]
