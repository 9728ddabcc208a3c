"""What may be asked of a plan's life: handed in, taken back, begun, signed off, answered, kept."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from cafe.commands import Command, Key, Line, Storable, command

State = Literal["draft", "submitted", "active", "reported"]
Seal = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
AnswerText = Annotated[
    str, StringConstraints(min_length=1, max_length=4000, pattern=r"\S", strip_whitespace=True), Storable
]


@command
class ChangePlan(Command):
    """Change what a plan is called or which gatherings its period lies between; what is not named stays."""

    name = "change_plan"
    plan_id: Key
    title: Line | None = None
    from_gathering_id: Key | None = None
    to_gathering_id: Key | None = None


@command
class SubmitPlan(Command):
    """Hand a plan in: the network may read it from now on."""

    name = "submit_plan"
    plan_id: Key


@command
class TakePlanBack(Command):
    """Take a plan one step back. `from_state` is where it stood for who asks; elsewhere it does nothing."""

    name = "take_plan_back"
    plan_id: Key
    from_state: State | None = None


@command
class StartPlan(Command):
    """Begin to work by a plan that was handed in."""

    name = "start_plan"
    plan_id: Key


@command
class SignPlanOff(Command):
    """Stand by a version of a plan, as its leader.

    With `seen`, the seal of the plan as it was shown, it is the plan as it stands that is signed, and kept as
    a version first; it is refused when the plan has changed since it was shown.
    """

    name = "sign_plan_off"
    plan_id: Key
    version: Annotated[int, Field(ge=0)]
    seen: Seal | None = None


@command
class KeepVersion(Command):
    """Keep the plan as it stands, to come back to."""

    name = "keep_version"
    plan_id: Key


@command
class AnswerPlan(Command):
    """Answer a team about its plan, as an organiser; only the team and the organisers see it."""

    name = "answer_plan"
    plan_id: Key
    text: AnswerText


@command
class CarryOver(Command):
    """Take what is unfinished of another plan of the team into this one."""

    name = "carry_over"
    plan_id: Key
    from_plan_id: Key
