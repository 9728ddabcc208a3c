"""The seating planner: pure, importable on its own; see `plan_seating` and docs/rotation.md."""

from cafe.rotation.budget import Budget
from cafe.rotation.measure import Measure, measure
from cafe.rotation.model import Cancelled, Impossible, Instance, NotEnoughSeats, Person, Plan, Reason, Table
from cafe.rotation.planner import plan_seating

__all__ = [
    "Budget",
    "Cancelled",
    "Impossible",
    "Instance",
    "Measure",
    "NotEnoughSeats",
    "Person",
    "Plan",
    "Reason",
    "Table",
    "measure",
    "plan_seating",
]
