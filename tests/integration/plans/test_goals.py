"""Goals and measures are changed field by field, taken out and put back, and never mixed between plans."""

from __future__ import annotations

from typing import Any

import pytest

from cafe.actor import Actor
from cafe.commands import Command
from cafe.db import db
from cafe.errors import SafeError
from cafe.plans.commands import goals
from cafe.plans.model import Goal, Measure, PlanActivity
from tests.support.plan_samples import GOAL, MEASURE
from tests.support.world import World


def does(world: World, command: Command) -> None:
    world.hall.do(command, Actor(user_id=world.teams.member))


def changes(world: World, **what: Any) -> Measure:
    about: dict[str, Any] = {"plan_id": world.teams.plan, "measure_id": world.named(MEASURE)}
    does(world, goals.ChangeMeasure(**about, **what))
    return the_measure(world)


def the_measure(world: World) -> Measure:
    with world.app.app_context(), db.sessionmaker() as session:
        return session.get_one(Measure, world.named(MEASURE))


def the_goal(world: World) -> Goal:
    with world.app.app_context(), db.sessionmaker() as session:
        return session.get_one(Goal, world.named(GOAL))


def test_what_is_left_out_stays_as_it_is(world: World) -> None:
    changes(world, title="Hire three", kind="employment", responsible="The head of the house")
    measure = changes(world, users_took_part=False)
    assert (measure.title, measure.kind, measure.responsible) == (
        "Hire three",
        "employment",
        "The head of the house",
    )
    assert measure.users_took_part is False
    assert changes(world, users_took_part=None).users_took_part is None


def test_a_deadline_is_a_day_or_a_gathering_never_both(world: World) -> None:
    measure = changes(world, due_on="2027-03-01")
    assert (measure.due_on, measure.due_gathering_id) == ("2027-03-01", None)
    measure = changes(world, due_gathering_id=world.hall.gathering_id)
    assert (measure.due_on, measure.due_gathering_id) == (None, world.hall.gathering_id)
    measure = changes(world, due_on=None)
    assert (measure.due_on, measure.due_gathering_id) == (None, None)


def test_who_is_responsible_is_one_of_the_team_or_somebody_in_words(world: World) -> None:
    measure = changes(world, responsible_id=world.teams.lead)
    assert (measure.responsible_id, measure.responsible) == (world.teams.lead, "The lead")
    measure = changes(world, responsible="The recovery contact")
    assert (measure.responsible_id, measure.responsible) == (None, "The recovery contact")


@pytest.mark.parametrize(
    "what",
    [
        {"responsible_id": "of_second"},
        {"due_on": "2027-04-31"},
        {"due_on": "2027-03-01", "due_gathering_id": "gathering"},
        {"due_gathering_id": "elsewhere"},
        {"goal_id": "of_another_plan"},
    ],
)
def test_what_belongs_elsewhere_or_is_no_day_is_refused(world: World, what: dict[str, str]) -> None:
    does(world, goals.AddGoal(plan_id=world.teams.draft, goal_id=world.named("other"), title="Of the next"))
    known = {
        "of_second": world.teams.of_second,
        "gathering": world.hall.gathering_id,
        "elsewhere": world.other.gathering_id,
        "of_another_plan": world.named("other"),
    }
    before = the_measure(world)
    with pytest.raises(SafeError):
        changes(world, **{name: known.get(value, value) for name, value in what.items()})
    after = the_measure(world)
    assert (after.goal_id, after.due_on, after.responsible_id) == (
        before.goal_id,
        before.due_on,
        before.responsible_id,
    )


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://example.org", "//example.org", "https://a b"])
def test_a_link_leads_to_a_page_or_is_refused(world: World, link: str) -> None:
    with pytest.raises(ValueError, match="anchoring_link"):
        goals.ChangeGoal(plan_id=world.teams.plan, goal_id=world.named(GOAL), anchoring_link=link)


def test_a_goal_is_put_back_with_the_measures_it_had(world: World) -> None:
    about: dict[str, Any] = {"plan_id": world.teams.plan, "goal_id": world.named(GOAL)}
    does(
        world, goals.ChangeGoal(**about, anchoring="The county plan", anchoring_link="https://example.org/p")
    )
    does(world, goals.RemoveGoal(**about))
    assert the_goal(world).removed
    assert the_measure(world).goal_id == world.named(GOAL)
    does(world, goals.RestoreGoal(**about))
    goal = the_goal(world)
    assert (goal.removed, goal.anchoring, goal.anchoring_link) == (
        False,
        "The county plan",
        "https://example.org/p",
    )


def test_a_measure_is_taken_out_and_put_back(world: World) -> None:
    about: dict[str, Any] = {"plan_id": world.teams.plan, "measure_id": world.named(MEASURE)}
    does(world, goals.RemoveMeasure(**about))
    assert the_measure(world).removed
    does(world, goals.RestoreMeasure(**about))
    assert not the_measure(world).removed


def test_every_change_counts_as_work_on_the_plan(world: World) -> None:
    def worked_at() -> int:
        with world.app.app_context(), db.sessionmaker() as session:
            return session.get_one(PlanActivity, world.teams.plan).at

    before = worked_at()
    changes(world, title="Another title", position=2.5)
    assert worked_at() > before
