"""What may be asked of goals and measures."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from cafe.commands import Command, Key, Storable, command

Title = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True), Storable]
Position = Annotated[float, Field(ge=-1e9, le=1e9, allow_inf_nan=False)]


class Status(StrEnum):
    """Where a goal or a measure stands. Any may follow any: recovery is not linear, and neither is work."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    PAUSED = "paused"
    DELAYED = "delayed"
    DONE = "done"
    CANCELLED = "cancelled"


@command
class AddGoal(Command):
    """Add a goal to a plan."""

    name = "add_goal"
    plan_id: Key
    goal_id: Key
    title: Title
    position: Position | None = None


@command
class AddMeasure(Command):
    """Add a measure to a plan, under a goal or beside them."""

    name = "add_measure"
    plan_id: Key
    measure_id: Key
    goal_id: Key | None = None
    title: Title
    position: Position | None = None


@command
class SetStatus(Command):
    """Say where a measure stands. Any status may follow any."""

    name = "set_status"
    plan_id: Key
    measure_id: Key
    status: Status
