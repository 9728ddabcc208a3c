"""What may be asked of goals and measures."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from cafe.commands import Command, Key, OneLine, OptionalLine, Storable, TrimmedText, command

Title = Annotated[
    str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True), Storable, OneLine
]
Position = Annotated[float, Field(ge=-1e9, le=1e9, allow_inf_nan=False)]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
# Only what a browser opens as a page: a link is shown to others.
WebAddress = Annotated[
    str, StringConstraints(pattern=r"^(https?://\S+)?$", max_length=500, strip_whitespace=True), Storable
]


class Status(StrEnum):
    """Where a goal or a measure stands. Any may follow any: recovery is not linear, and neither is work."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    PAUSED = "paused"
    DELAYED = "delayed"
    DONE = "done"
    CANCELLED = "cancelled"


class GoalKind(StrEnum):
    """What a goal is about: what the team brings about, or what that does for people."""

    RESULT = "result"
    EFFECT = "effect"


class MeasureKind(StrEnum):
    """What sort of thing a team does."""

    TRAINING = "training"
    EMPLOYMENT = "employment"
    PEER_SUPPORT = "peer_support"
    PRACTICE = "practice"
    COOPERATION = "cooperation"
    INFORMATION = "information"
    OTHER = "other"


@command
class AddGoal(Command):
    """Add a goal to a plan."""

    name = "add_goal"
    plan_id: Key
    goal_id: Key
    title: Title
    position: Position | None = None


@command
class ChangeGoal(Command):
    """Change what is said of a goal; what is left out stays as it is."""

    name = "change_goal"
    plan_id: Key
    goal_id: Key
    title: Title | None = None
    kind: GoalKind | None = None
    status: Status | None = None
    anchoring: Annotated[TrimmedText, Field(max_length=300)] | None = None
    anchoring_link: WebAddress | None = None
    position: Position | None = None


@command
class RemoveGoal(Command):
    """Take a goal out of the plan; its measures stay, and it can be put back."""

    name = "remove_goal"
    plan_id: Key
    goal_id: Key


@command
class RestoreGoal(Command):
    """Put a goal back into the plan, with the measures it had."""

    name = "restore_goal"
    plan_id: Key
    goal_id: Key


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
class ChangeMeasure(Command):
    """Change what is said of a measure; what is left out stays. A deadline is a day or a gathering."""

    name = "change_measure"
    plan_id: Key
    measure_id: Key
    goal_id: Key | None = None
    title: Title | None = None
    kind: MeasureKind | None = None
    responsible: OptionalLine | None = None
    responsible_id: Key | None = None
    due_on: Day | None = None
    due_gathering_id: Key | None = None
    users_took_part: bool | None = None
    position: Position | None = None


@command
class RemoveMeasure(Command):
    """Take a measure out of the plan; it can be put back."""

    name = "remove_measure"
    plan_id: Key
    measure_id: Key


@command
class RestoreMeasure(Command):
    """Put a measure back into the plan."""

    name = "restore_measure"
    plan_id: Key
    measure_id: Key


@command
class SetStatus(Command):
    """Say where a measure stands. Any status may follow any."""

    name = "set_status"
    plan_id: Key
    measure_id: Key
    status: Status
