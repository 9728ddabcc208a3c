"""What belongs to a plan's life in the world of the tests, and a sample of every command about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cafe.actor import Actor
from cafe.commands import Command
from cafe.plans.commands import cycles, life, money, pilots

if TYPE_CHECKING:
    from tests.support.world import World

Sample = Callable[["World"], Command]
Arrange = Callable[["World"], None]
CYCLE, FUNDING, PILOT = "a-cycle", "a-funding", "a-pilot"


def with_life(world: World) -> None:
    """Let the active plan have a turn, money, a pilot, a signed version and an answer of the organisers."""
    plan_id = world.teams.plan
    member, leader = Actor(user_id=world.teams.member), Actor(user_id=world.teams.leader)
    for command in (_cycle(world), _funding(world), _pilot(world), life.KeepVersion(plan_id=plan_id)):
        world.hall.do(command, member)
    world.hall.do(life.SignPlanOff(plan_id=plan_id, version=1), leader)
    world.hall.do(life.AnswerPlan(plan_id=plan_id, text="We look forward to it."))


def _cycle(world: World) -> cycles.SetCycle:
    return cycles.SetCycle(
        plan_id=world.teams.plan,
        cycle_id=world.named(CYCLE),
        measure_id=world.named("a-measure"),
        starts_on="2027-02-08",
    )


def _funding(world: World) -> money.SetFunding:
    return money.SetFunding(
        plan_id=world.teams.plan, funding_id=world.named(FUNDING), source="The county", amount=400_000
    )


def _pilot(world: World) -> pilots.SetPilot:
    return pilots.SetPilot(
        plan_id=world.teams.plan, pilot_id=world.named(PILOT), title="One house", starts_on="2027-02-08"
    )


def _taken_back(world: World) -> None:
    from tests.support.plan_samples import in_state

    in_state(world, world.teams.plan, "submitted")


def life_samples() -> tuple[tuple[str, Sample, Arrange | None], ...]:
    """Give, for every command about a plan's life, a valid sample and what has to happen first."""
    return (
        ("change_plan", lambda w: life.ChangePlan(plan_id=w.teams.plan, title="Another name"), None),
        ("submit_plan", lambda w: life.SubmitPlan(plan_id=w.teams.plan), None),
        ("take_plan_back", lambda w: life.TakePlanBack(plan_id=w.teams.plan), None),
        ("start_plan", lambda w: life.StartPlan(plan_id=w.teams.plan), _taken_back),
        ("sign_plan_off", lambda w: life.SignPlanOff(plan_id=w.teams.plan, version=1), None),
        ("keep_version", lambda w: life.KeepVersion(plan_id=w.teams.plan), None),
        ("answer_plan", lambda w: life.AnswerPlan(plan_id=w.teams.plan, text="Good"), None),
        (
            "carry_over",
            lambda w: life.CarryOver(plan_id=w.teams.draft, from_plan_id=w.teams.plan),
            None,
        ),
        ("set_cycle", _cycle, None),
        (
            "remove_cycle",
            lambda w: cycles.RemoveCycle(plan_id=w.teams.plan, cycle_id=w.named(CYCLE)),
            None,
        ),
        (
            "restore_cycle",
            lambda w: cycles.RestoreCycle(plan_id=w.teams.plan, cycle_id=w.named(CYCLE)),
            None,
        ),
        ("set_funding", _funding, None),
        (
            "remove_funding",
            lambda w: money.RemoveFunding(plan_id=w.teams.plan, funding_id=w.named(FUNDING)),
            None,
        ),
        (
            "restore_funding",
            lambda w: money.RestoreFunding(plan_id=w.teams.plan, funding_id=w.named(FUNDING)),
            None,
        ),
        ("set_pilot", _pilot, None),
        (
            "remove_pilot",
            lambda w: pilots.RemovePilot(plan_id=w.teams.plan, pilot_id=w.named(PILOT)),
            None,
        ),
        (
            "restore_pilot",
            lambda w: pilots.RestorePilot(plan_id=w.teams.plan, pilot_id=w.named(PILOT)),
            None,
        ),
    )
