"""What is unfinished returns by itself on the next gathering's agenda, and links lead both ways."""

from __future__ import annotations

from typing import Any

from sqlalchemy import update

from cafe.actor import NOBODY, Actor
from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.gatherings.agenda import Part, what_returns
from cafe.gatherings.model import Gathering
from cafe.plans.commands import goals, plan
from cafe.plans.model import WorkPlan
from cafe.plans.queries.returning import agendas_of, returning_measures
from tests.integration.plans.test_reports import member, reopen, submit
from tests.support.plan_samples import MEASURE, in_state
from tests.support.report_samples import REPORT
from tests.support.world import World

TODAY = "2027-04-10"


def gathering_on(world: World, day: str | None) -> None:
    with world.app.app_context(), unit_of_work() as session:
        session.execute(
            update(Gathering)
            .where(Gathering.id == world.hall.gathering_id)
            .values(starts_on=day, ends_on=day)
        )


def due(world: World, **when: Any) -> None:
    change = goals.ChangeMeasure(plan_id=world.teams.plan, measure_id=world.named(MEASURE), **when)
    world.hall.do(change, member(world))


def on_agenda(world: World, today: str = TODAY, after: str = "") -> list[tuple[str, bool]]:
    """Give what returns from the plan, and from the one after it; both lead to one another."""
    with world.app.app_context(), db.sessionmaker() as session:
        found = returning_measures(session, world.teams.network, world.hall.gathering_id, today)
        both_ways = set(agendas_of(session, world.teams.plan, today))
        if after and session.get_one(WorkPlan, after).state != "draft":
            both_ways |= set(agendas_of(session, after, today))
    assert {measure.measure_id for measure in found} == both_ways
    return [(measure.title, measure.late) for measure in found]


def plan_after(world: World, *, carry_over: bool) -> str:
    create = plan.CreatePlan(
        team_id=world.teams.team,
        new_plan_id=new_key(),
        title="After",
        follows_id=world.teams.plan,
        carry_over=carry_over,
    )
    return str(world.hall.do(create, member(world))["plan_id"])


def parts(world: World, actor: Actor) -> dict[str, Part]:
    with (
        world.app.test_request_context(headers={"Accept-Language": "en"}),
        db.sessionmaker() as session,
    ):
        found = what_returns(session, world.hall.gathering_id, actor)
        return {str(part.heading): part for part in found}


def test_a_measure_due_by_the_gathering_is_on_its_agenda_until_it_is_done(world: World) -> None:
    gathering_on(world, "2027-06-14")
    assert on_agenda(world) == []
    due(world, due_on="2027-06-01")
    assert on_agenda(world) == [("Hire two consultants", False)]
    assert on_agenda(world, "2027-06-02") == [("Hire two consultants", True)]
    due(world, due_on="2027-07-01")
    assert on_agenda(world) == []
    due(world, due_gathering_id=world.hall.gathering_id)
    assert on_agenda(world) == [("Hire two consultants", False)]
    done = goals.SetStatus(
        plan_id=world.teams.plan, measure_id=world.named(MEASURE), status=goals.Status.DONE
    )
    world.hall.do(done, member(world))
    assert on_agenda(world) == []


def test_what_is_in_a_draft_or_taken_out_is_on_no_agenda(world: World) -> None:
    gathering_on(world, "2027-06-14")
    due(world, due_on="2027-06-01")
    in_state(world, world.teams.plan, "draft")
    with world.app.app_context(), db.sessionmaker() as session:
        assert returning_measures(session, world.teams.network, world.hall.gathering_id, TODAY) == []
    in_state(world, world.teams.plan, "active")
    take_out = goals.RemoveMeasure(plan_id=world.teams.plan, measure_id=world.named(MEASURE))
    world.hall.do(take_out, member(world))
    assert on_agenda(world) == []


def test_what_is_late_returns_from_the_plan_after_once_that_is_handed_in(world: World) -> None:
    gathering_on(world, "2999-06-14")
    due(world, due_on="2020-01-01")
    in_state(world, world.teams.plan, "reported")
    after = plan_after(world, carry_over=True)
    assert on_agenda(world, after=after) == [("Hire two consultants", True)], "still a draft"
    in_state(world, after, "submitted")
    assert on_agenda(world, after=after) == [("Hire two consultants", False)], "due at it now"


def test_what_was_not_carried_over_stays_on_the_agenda(world: World) -> None:
    gathering_on(world, "2999-06-14")
    due(world, due_on="2020-01-01")
    in_state(world, world.teams.plan, "reported")
    after = plan_after(world, carry_over=False)
    in_state(world, after, "active")
    assert on_agenda(world, after=after) == [("Hire two consultants", True)]


def test_the_agenda_tells_who_reads_the_network_and_leads_to_the_plan(world: World) -> None:
    gathering_on(world, None)
    due(world, due_gathering_id=world.hall.gathering_id)
    for who in ("organiser", "team member", "member of another team"):
        found = parts(world, world.actors()[who])
        (point,) = found["Measures that go on"].points
        assert point.title == "Hire two consultants"
        assert str(point.stands).startswith("Not started, due ")
        assert world.teams.plan in str(point.address)
        assert str(point.address).endswith(f"#measure-{world.named(MEASURE)}")
        assert [str(p.title) for p in found["Reports"].points] == [point.whose]
        assert "Help wanted" not in found
    for who in ("guest", "member elsewhere", "organiser elsewhere"):
        assert not {"Measures that go on", "Reports", "Help wanted"} & set(parts(world, world.actors()[who]))
    assert "Reports" not in parts(world, NOBODY)


def test_help_that_is_wanted_is_on_the_agenda_once_the_report_is_in(world: World) -> None:
    reopen(world)
    ask = plan.WriteText(
        plan_id=world.teams.plan,
        about_id=world.named(REPORT),
        field="help_wanted",
        base_version=0,
        text="- Who has **hired** somebody?",
    )
    world.hall.do(ask, member(world))
    reader = world.actors()["member of another team"]
    assert not {"Help wanted", "Reports"} & set(parts(world, reader))
    submit(world)
    assert [point.title for point in parts(world, reader)["Help wanted"].points] == [
        "Who has hired somebody?"
    ]
