"""What may be asked of what is tried for a time. Scope and lessons are written as all texts of a plan."""

from __future__ import annotations

from cafe.commands import Command, Key, Line, command
from cafe.plans.commands.goals import Position
from cafe.plans.commands.indicators import Day


@command
class SetPilot(Command):
    """Begin something that is tried for a time, or change it; what is not named stays."""

    name = "set_pilot"
    plan_id: Key
    pilot_id: Key
    title: Line
    starts_on: Day | None = None
    ends_on: Day | None = None
    ended: bool = False
    position: Position | None = None


@command
class RemovePilot(Command):
    """Take a pilot out; it can be put back."""

    name = "remove_pilot"
    plan_id: Key
    pilot_id: Key


@command
class RestorePilot(Command):
    """Put a pilot back that was taken out."""

    name = "restore_pilot"
    plan_id: Key
    pilot_id: Key
