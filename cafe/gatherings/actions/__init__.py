"""What happens when something is asked of a gathering."""

from cafe.gatherings.actions import (
    assignments,
    attendance,
    commitments,
    evaluation,
    gathering,
    programme,
    registration,
)
from cafe.gatherings.actions.people import enrol, may_be_claimed, on_registered

__all__ = [
    "assignments",
    "attendance",
    "commitments",
    "enrol",
    "evaluation",
    "gathering",
    "may_be_claimed",
    "on_registered",
    "programme",
    "registration",
]
