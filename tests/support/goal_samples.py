"""A sample of every command about goals and measures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cafe.commands import Command
from cafe.plans.commands import goals
from tests.support.plan_samples import GOAL, MEASURE

if TYPE_CHECKING:
    from tests.support.world import World

Sample = Callable[["World"], Command]
Arrange = Callable[["World"], None]


def goal_samples() -> tuple[tuple[str, Sample, Arrange | None], ...]:
    """Give, for every command about goals and measures, a valid sample and what has to happen first."""

    def goal(w: World) -> dict[str, str]:
        return {"plan_id": w.teams.plan, "goal_id": w.named(GOAL)}

    def measure(w: World) -> dict[str, str]:
        return {"plan_id": w.teams.plan, "measure_id": w.named(MEASURE)}

    return (
        (
            "change_goal",
            lambda w: goals.ChangeGoal(
                plan_id=w.teams.plan,
                goal_id=w.named(GOAL),
                kind=goals.GoalKind.EFFECT,
                anchoring_link="https://example.org/plan",
            ),
            None,
        ),
        ("remove_goal", lambda w: goals.RemoveGoal(**goal(w)), None),
        ("restore_goal", lambda w: goals.RestoreGoal(**goal(w)), None),
        (
            "change_measure",
            lambda w: goals.ChangeMeasure(
                plan_id=w.teams.plan,
                measure_id=w.named(MEASURE),
                responsible_id=w.teams.member,
                due_on="2027-03-01",
                users_took_part=True,
            ),
            None,
        ),
        ("remove_measure", lambda w: goals.RemoveMeasure(**measure(w)), None),
        ("restore_measure", lambda w: goals.RestoreMeasure(**measure(w)), None),
    )
