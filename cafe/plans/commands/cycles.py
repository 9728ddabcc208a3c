"""What may be asked of the turns of plan, do, study, act. Their texts are written as all texts of a plan."""

from __future__ import annotations

from enum import StrEnum

from cafe.commands import Command, Key, command
from cafe.plans.commands.goals import Position
from cafe.plans.commands.indicators import Day


class Act(StrEnum):
    """What a team does with what it learnt by trying."""

    ADOPT = "adopt"
    ADAPT = "adapt"
    ABANDON = "abandon"


@command
class SetCycle(Command):
    """Begin a turn with a measure, or change one; what is not named stays."""

    name = "set_cycle"
    plan_id: Key
    cycle_id: Key
    measure_id: Key
    starts_on: Day | None = None
    act: Act | None = None
    position: Position | None = None


@command
class RemoveCycle(Command):
    """Take a turn out; it can be put back."""

    name = "remove_cycle"
    plan_id: Key
    cycle_id: Key


@command
class RestoreCycle(Command):
    """Put a turn back that was taken out."""

    name = "restore_cycle"
    plan_id: Key
    cycle_id: Key
