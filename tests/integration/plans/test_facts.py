"""Everything of a plan as plain facts: whole, in order, without what was taken out, and fast."""

from __future__ import annotations

from time import perf_counter

import pytest
from sqlalchemy import event, update

from cafe.commands import new_key
from cafe.db import db, unit_of_work
from cafe.errors import NotFound
from cafe.plans import facts
from cafe.plans.model import Goal, Indicator, Measure, Measurement, PlanText, StatusReport, WorkPlan
from tests.support.world import World

MEASURES, MEASUREMENTS = 40, 60


def read(world: World, plan_id: str, **wanted: bool) -> facts.PlanFacts:
    with world.app.app_context(), db.sessionmaker() as session:
        return facts.plan_facts(session, plan_id, **wanted)


def test_a_plan_is_told_whole_and_comes_back_from_json(world: World) -> None:
    told = read(world, world.teams.plan)
    assert (told.title, told.state, told.texts["why"]) == ("This year", "active", "Because")
    goal = next(goal for goal in told.goals if goal.title == "Nobody alone")
    assert [measure.title for measure in told.measures_of(goal.id)] == ["Hire two consultants"]
    assert facts.from_json(facts.as_json(told)) == told


def test_facts_of_an_older_form_have_defaults_for_what_was_added_since(world: World) -> None:
    whole = facts.as_json(read(world, world.teams.plan))
    del whole["pilots"], whole["measures"][0]["borrowed"]
    whole["no_longer_there"] = 1
    assert facts.from_json(whole).pilots == ()


def test_what_was_taken_out_is_not_told_and_its_measures_stand_beside(world: World) -> None:
    with world.app.app_context(), unit_of_work() as session:
        session.execute(update(Goal).where(Goal.plan_id == world.teams.plan).values(removed=True))
    told = read(world, world.teams.plan)
    assert told.goals == ()
    assert "Hire two consultants" in [measure.title for measure in told.measures_beside]


def test_a_report_that_is_a_draft_is_told_only_to_who_asks_for_it(world: World) -> None:
    plan_id = world.teams.second_plan
    with world.app.app_context(), unit_of_work() as session:
        report = StatusReport(
            id=new_key(), stream_id=plan_id, plan_id=plan_id, gathering_id=world.hall.gathering_id
        )
        report.plan = session.get_one(WorkPlan, plan_id)
        session.add(report)
    assert read(world, plan_id).reports == ()
    assert [report.state for report in read(world, plan_id, with_drafts=True).reports] == ["draft"]


def test_facts_without_accounts_name_nobody(world: World) -> None:
    with world.app.app_context(), unit_of_work() as session:
        own = update(Measure).where(Measure.plan_id == world.teams.plan)
        session.execute(own.values(responsible="The coordinator", responsible_id=world.teams.leader))
    told = read(world, world.teams.plan)
    assert told.measures[0].who == "The leader"
    assert facts.without_accounts(told).measures[0].who == "The coordinator"


def test_a_plan_that_is_not_there(world: World) -> None:
    with pytest.raises(NotFound):
        read(world, "no-such-plan")


def test_a_large_plan_is_read_with_few_queries_and_at_once(world: World) -> None:
    plan_id = world.teams.plan
    large(world, plan_id)
    read(world, plan_id)  # the mapper's first time is not the plan's
    queries: list[str] = []
    with world.app.app_context():
        engine = db.engine

        def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
            queries.append(statement)

        event.listen(engine, "before_cursor_execute", note)
        begun = perf_counter()
        told = read(world, plan_id)
        took = perf_counter() - begun
        event.remove(engine, "before_cursor_execute", note)
    assert sum(len(indicator.measurements) for indicator in told.indicators) >= MEASURES * MEASUREMENTS
    assert len(queries) <= 16
    assert took < 0.5, "a budget for a busy machine; alone it takes about a twentieth of a second"


def large(world: World, plan_id: str) -> None:
    """Let a plan have forty more measures with three texts each, and an indicator for each of them."""
    with world.app.app_context(), unit_of_work() as session:
        plan = session.get_one(WorkPlan, plan_id)
        here = {"stream_id": plan_id, "plan": plan}
        for number in range(MEASURES):
            measure = Measure(id=new_key(), title=f"Measure {number}", position=100 + number, **here)
            indicator = Indicator(id=new_key(), title=f"Counted {number}", measure_id=measure.id, **here)
            session.add(measure)
            session.flush()
            session.add(indicator)
            session.flush()
            for name in ("about", "barrier", "learning"):
                session.add(PlanText(id=new_key(), about_id=measure.id, field=name, text="Words", **here))
            for day in range(MEASUREMENTS):
                taken_on = f"20{20 + day // 12:02}-{1 + day % 12:02}-01"
                session.add(
                    Measurement(id=new_key(), indicator=indicator, taken_on=taken_on, value=str(day), **here)
                )
