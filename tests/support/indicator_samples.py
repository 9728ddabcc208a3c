"""Indicators in the world of the tests, and a sample of every command about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cafe.actor import Actor
from cafe.commands import Command, new_key
from cafe.plans.commands import indicators

if TYPE_CHECKING:
    from tests.support.world import World

Sample = Callable[["World"], Command]
Arrange = Callable[["World"], None]
INDICATOR = "an-indicator"
DAY, OTHER_DAY = "2026-03-01", "2026-04-01"


def with_indicators(world: World) -> None:
    """Let the first team's plan have an indicator with a measurement."""
    member = Actor(user_id=world.teams.member)
    add = indicators.SetIndicator(
        plan_id=world.teams.plan,
        indicator_id=world.named(INDICATOR),
        title="Consultants in post",
        unit="people",
        target="4",
    )
    world.hall.do(add, member)
    world.hall.do(_entered(world, DAY, "1"), member)


def _entered(world: World, day: str, value: str) -> indicators.EnterMeasurement:
    return indicators.EnterMeasurement(
        plan_id=world.teams.plan, indicator_id=world.named(INDICATOR), taken_on=day, value=value
    )


def _removed(world: World) -> None:
    world.hall.do(
        indicators.RemoveMeasurement(
            plan_id=world.teams.plan, indicator_id=world.named(INDICATOR), taken_on=DAY
        ),
        Actor(user_id=world.teams.member),
    )


def _without_it(world: World) -> None:
    remove = indicators.RemoveIndicator(plan_id=world.teams.plan, indicator_id=world.named(INDICATOR))
    world.hall.do(remove, Actor(user_id=world.teams.member))


def indicator_samples() -> tuple[tuple[str, Sample, Arrange | None], ...]:
    """Give, for every command about an indicator, a valid sample and what has to happen first."""

    def about(w: World) -> dict[str, str]:
        return {"plan_id": w.teams.plan, "indicator_id": w.named(INDICATOR)}

    return (
        (
            "set_indicator",
            lambda w: indicators.SetIndicator(
                plan_id=w.teams.plan, indicator_id=new_key(), title="Days until the first talk"
            ),
            None,
        ),
        ("remove_indicator", lambda w: indicators.RemoveIndicator(**about(w)), None),
        ("restore_indicator", lambda w: indicators.RestoreIndicator(**about(w)), _without_it),
        ("enter_measurement", lambda w: _entered(w, OTHER_DAY, "2,5"), None),
        (
            "remove_measurement",
            lambda w: indicators.RemoveMeasurement(**about(w), taken_on=DAY),
            None,
        ),
        (
            "restore_measurement",
            lambda w: indicators.RestoreMeasurement(**about(w), taken_on=DAY),
            _removed,
        ),
        (
            "take_in_measurements",
            lambda w: indicators.TakeInMeasurements(
                **about(w),
                measurements=(indicators.TakenMeasurement(taken_on=OTHER_DAY, value="3"),),
            ),
            None,
        ),
    )
