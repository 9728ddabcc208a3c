"""What may be asked of a plan as a whole, and of its texts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from cafe.commands import Command, Key, Line, LongText, command

# The texts there are, by what they are about. A text is written by one command, whatever it is about.
PLAN_FIELDS = ("why", "target_group", "result_goals", "affected", "evaluation", "partners")
GOAL_FIELDS = ("why", "target_group", "specific", "effect")
MEASURE_FIELDS = ("about", "barrier", "learning")
CYCLE_FIELDS = ("question", "prediction", "plan", "do", "study", "act")
PILOT_FIELDS = ("scope", "lessons")
REPORT_FIELDS = ("done", "results", "barriers", "learning", "help_wanted", "next")

FieldName = Annotated[str, StringConstraints(pattern=r"^[a-z_]{2,20}$")]
TemplateName = Annotated[str, StringConstraints(pattern=r"^[a-z_]{0,30}$")]


@command
class CreatePlan(Command):
    """Begin a plan of a team, empty or from a template, perhaps after the plan of the period before.

    A template's texts are written in `language`. With `carry_over`, what is unfinished of the plan before is
    taken along.
    """

    name = "create_plan"
    team_id: Key
    new_plan_id: Key
    title: Line
    template: TemplateName = ""
    from_gathering_id: Key | None = None
    to_gathering_id: Key | None = None
    follows_id: Key | None = None
    carry_over: bool = False
    language: Literal["nb", "nn", "sv", "en"] | None = None


@command
class WriteText(Command):
    """Write a text of the plan or of something in it; what two people write at once is merged."""

    name = "write_text"
    plan_id: Key
    about_id: Key
    field: FieldName
    base_version: Annotated[int, Field(ge=0)]
    text: LongText
    based_on: Annotated[tuple[Key, ...], Field(max_length=50)] = ()
