"""HTTP in: coming in by code or QR, and the pages of gatherings."""

from cafe.gatherings import team_part
from cafe.gatherings.views import (
    agenda,
    assignments,
    attendance,
    commitments,
    evaluation,
    join,
    organise,
    people,
    people_list,
    places,
    programme,
    register,
)
from cafe.gatherings.views.blueprint import gatherings

__all__ = [
    "agenda",
    "assignments",
    "attendance",
    "commitments",
    "evaluation",
    "gatherings",
    "join",
    "organise",
    "people",
    "people_list",
    "places",
    "programme",
    "register",
    "team_part",
]
