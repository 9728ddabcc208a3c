"""The seating planner: pure, importable on its own; see `plan_seating`."""

from cafe.rotation.measure import Measure, measure
from cafe.rotation.model import Instance, NotEnoughSeats, Person, Plan, Table
from cafe.rotation.planner import plan_seating

__all__ = ["Instance", "Measure", "NotEnoughSeats", "Person", "Plan", "Table", "measure", "plan_seating"]
