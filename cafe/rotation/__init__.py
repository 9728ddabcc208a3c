"""The seating planner: pure, importable on its own; see `plan_seating` and docs/rotation.md."""

from cafe.rotation.bounds import Bounds, find_bounds
from cafe.rotation.budget import Budget
from cafe.rotation.impossible import find_impossible
from cafe.rotation.measure import Measure, measure
from cafe.rotation.model import (
    Cancelled,
    Impossible,
    Instance,
    NotEnoughSeats,
    Person,
    Plan,
    Preference,
    Reason,
    Table,
)
from cafe.rotation.planner import plan_seating, seat_more
from cafe.rotation.replanning import Announced, Replan, Strategy, replan, replan_both_ways

__all__ = [
    "Announced",
    "Bounds",
    "Budget",
    "Cancelled",
    "Impossible",
    "Instance",
    "Measure",
    "NotEnoughSeats",
    "Person",
    "Plan",
    "Preference",
    "Reason",
    "Replan",
    "Strategy",
    "Table",
    "find_bounds",
    "find_impossible",
    "measure",
    "plan_seating",
    "replan",
    "replan_both_ways",
    "seat_more",
]
