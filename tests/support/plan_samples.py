"""Work plans in the world of the tests, and a sample of every command about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cafe.actor import Actor
from cafe.commands import Command, new_key
from cafe.plans.commands import goals, plan

if TYPE_CHECKING:
    from tests.support.world import World

Sample = Callable[["World"], Command]
Arrange = Callable[["World"], None]
GOAL, MEASURE = "a-goal", "a-measure"


def with_plans(world: World) -> None:
    """Let the first team have an active plan with something of everything, and a draft; the second a plan."""
    teams = world.teams
    member = Actor(user_id=teams.member)
    teams.plan = begun(world, teams.team, member, "This year")
    teams.draft = begun(world, teams.team, member, "Next year")
    teams.second_plan = begun(world, teams.second, Actor(user_id=teams.of_second), "Their year")
    world.hall.do(goals.AddGoal(plan_id=teams.plan, goal_id=world.named(GOAL), title="Nobody alone"), member)
    measure = goals.AddMeasure(
        plan_id=teams.plan,
        measure_id=world.named(MEASURE),
        goal_id=world.named(GOAL),
        title="Hire two consultants",
    )
    world.hall.do(measure, member)
    world.hall.do(_text(world, "Because"), member)
    for plan_id in (teams.plan, teams.second_plan):
        in_state(world, plan_id, "active")


def begun(world: World, team_id: str, member: Actor, title: str) -> str:
    """Begin a plan of a team and give its id."""
    create = plan.CreatePlan(team_id=team_id, new_plan_id=new_key(), title=title)
    return str(world.hall.do(create, member)["plan_id"])


def in_state(world: World, plan_id: str, state: str) -> None:
    """Put a plan, with all that is in it, into a state."""
    from sqlalchemy import select

    from cafe.db import unit_of_work
    from cafe.live.rows import row_types
    from cafe.live.stamp import touch
    from cafe.plans.model import WorkPlan

    with world.app.app_context(), unit_of_work() as session:
        session.get_one(WorkPlan, plan_id).state = state
        for row_type in row_types():
            if row_type.stream_kind == "plan":
                own = select(row_type.model).where(row_type.model.stream_id == plan_id)
                touch(*session.scalars(own))


def _text(world: World, text: str) -> plan.WriteText:
    plan_id = world.teams.plan
    return plan.WriteText(plan_id=plan_id, about_id=plan_id, field="why", base_version=0, text=text)


def plan_samples() -> tuple[tuple[str, Sample, Arrange | None], ...]:
    """Give, for every command about a work plan, a valid sample and what has to happen first."""
    return (
        (
            "create_plan",
            lambda w: plan.CreatePlan(team_id=w.teams.team, new_plan_id=new_key(), title="A plan"),
            None,
        ),
        ("write_text", lambda w: _text(w, "Another reason"), None),
        (
            "add_goal",
            lambda w: goals.AddGoal(plan_id=w.teams.plan, goal_id=new_key(), title="A goal"),
            None,
        ),
        (
            "add_measure",
            lambda w: goals.AddMeasure(plan_id=w.teams.plan, measure_id=new_key(), title="A measure"),
            None,
        ),
        (
            "set_status",
            lambda w: goals.SetStatus(
                plan_id=w.teams.plan, measure_id=w.named(MEASURE), status=goals.Status.IN_PROGRESS
            ),
            None,
        ),
    )
