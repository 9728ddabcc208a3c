"""What may be asked of indicators and their measurements."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from cafe.commands import Command, Key, OptionalLine, Storable, command
from cafe.plans.commands.goals import Position, Title
from cafe.plans.commands.numbers import canonical_number

MOST_MEASUREMENTS = 500
MOST_INDICATORS = 100
LONGEST_WORDS = 300
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


class IndicatorKind(StrEnum):
    """What an indicator looks at: what comes of it, whether it is done, or what else it does."""

    OUTCOME = "outcome"
    PROCESS = "process"
    BALANCING = "balancing"


class Direction(StrEnum):
    """Which way is the wished one."""

    UP = "up"
    DOWN = "down"


class Frequency(StrEnum):
    """How often there is to be a measurement."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    GATHERING = "gathering"


def _number(text: str) -> str:
    number = canonical_number(text)
    if number is None:
        kind, words = "not_a_number", "not a number"
        raise PydanticCustomError(kind, words)
    return number


def _day(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if not FIRST_DAY <= day <= LAST_DAY:
        kind, words = "not_a_day", "not a day"
        raise PydanticCustomError(kind, words)
    return text


def one_line(text: str) -> str:
    """Make one line of a text; line breaks become spaces."""
    return " ".join(text.split())


Number = Annotated[
    str,
    Field(max_length=40, description="a decimal number; a comma or a point is understood"),
    AfterValidator(_number),
]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_day)]
Unit = Annotated[str, Field(max_length=60), Storable, AfterValidator(one_line)]
Words = Annotated[str, Field(max_length=LONGEST_WORDS), Storable, AfterValidator(one_line)]


@command
class SetIndicator(Command):
    """Add an indicator, or change the fields that are given of one that is there; a new one needs a title."""

    name = "set_indicator"
    plan_id: Key
    indicator_id: Key
    title: Title | None = None
    goal_id: Key | None = None
    measure_id: Key | None = None
    kind: IndicatorKind = IndicatorKind.OUTCOME
    unit: Unit = ""
    direction: Direction = Direction.UP
    baseline: Number | None = None
    baseline_on: Day | None = None
    target: Number | None = None
    target_on: Day | None = None
    frequency: Frequency = Frequency.MONTHLY
    owner: OptionalLine = ""
    position: Position | None = None


@command
class RemoveIndicator(Command):
    """Take an indicator out of the plan; it can be put back, with its measurements."""

    name = "remove_indicator"
    plan_id: Key
    indicator_id: Key


@command
class RestoreIndicator(Command):
    """Put an indicator back that was taken out."""

    name = "restore_indicator"
    plan_id: Key
    indicator_id: Key


@command
class EnterMeasurement(Command):
    """Enter a value for a day.

    Another value that stands there is replaced only by who has seen it and gives it as `instead_of`; what was
    there before is kept.
    """

    name = "enter_measurement"
    plan_id: Key
    indicator_id: Key
    taken_on: Day
    value: Number
    words: Words = ""
    instead_of: Number | None = None


@command
class RemoveMeasurement(Command):
    """Take a measurement out; it can be put back."""

    name = "remove_measurement"
    plan_id: Key
    indicator_id: Key
    taken_on: Day


@command
class RestoreMeasurement(Command):
    """Put a measurement back that was taken out."""

    name = "restore_measurement"
    plan_id: Key
    indicator_id: Key
    taken_on: Day


class TakenMeasurement(BaseModel):
    """One measurement of a file; `instead_of` is the other value of that day which was seen before."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    taken_on: Day
    value: Number
    words: Words = ""
    instead_of: Number | None = None


@command
class TakeInMeasurements(Command):
    """Take in measurements from a file, all of them or none; what they replace is kept."""

    name = "take_in_measurements"
    plan_id: Key
    indicator_id: Key
    measurements: Annotated[tuple[TakenMeasurement, ...], Field(min_length=1, max_length=MOST_MEASUREMENTS)]
