"""What a team has taken out of its plan, and what it writes on after handing in, is read by nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.json import dumps

from cafe.commands import Command
from cafe.db import db
from cafe.plans.commands import cycles, goals, indicators, money, pilots, plan, reports
from cafe.plans.facts import plan_facts
from tests.integration.plans.test_reports import member, rows_of, stored, submit
from tests.support.indicator_samples import DAY, INDICATOR
from tests.support.life_samples import CYCLE, FUNDING, PILOT
from tests.support.plan_samples import GOAL, MEASURE
from tests.support.report_samples import LEARNING, REPORT, about
from tests.support.world import World

OTHERS = (("member of another team", "reader"), ("organiser", "reader"))
OWN = ("team lead", "team")
SECRET = "Was never meant for others"

# What is taken out: its name, where its text is, what else goes with it, how it goes and comes back.
KINDS: list[tuple[str, str, str, type[Command], type[Command]]] = [
    ("goal", GOAL, "why", goals.RemoveGoal, goals.RestoreGoal),
    ("measure", MEASURE, "barrier", goals.RemoveMeasure, goals.RestoreMeasure),
    ("cycle", CYCLE, "question", cycles.RemoveCycle, cycles.RestoreCycle),
    ("pilot", PILOT, "lessons", pilots.RemovePilot, pilots.RestorePilot),
    ("funding", FUNDING, "", money.RemoveFunding, money.RestoreFunding),
    ("indicator", INDICATOR, "", indicators.RemoveIndicator, indicators.RestoreIndicator),
]


def seen(world: World, who: str, capacity: str) -> tuple[set[str], str]:
    rows = rows_of(world, who, capacity)
    return {row_id for _type, row_id in rows}, dumps(list(rows.values()))


def write(world: World, about_id: str, field: str, text: str = SECRET) -> object:
    here: dict[str, Any] = {"plan_id": world.teams.plan, "about_id": about_id, "field": field}
    return world.hall.do(plan.WriteText(**here, base_version=0, text=text), member(world))


@pytest.mark.parametrize(("kind", "name", "field", "remove", "restore"), KINDS, ids=str)
def test_what_is_taken_out_is_the_teams_alone_until_it_is_put_back(
    world: World, kind: str, name: str, field: str, remove: type[Command], restore: type[Command]
) -> None:
    row_id = world.named(name)
    if field:
        write(world, row_id, field)
    which = {"plan_id": world.teams.plan, f"{kind}_id": row_id}
    for command, others_see in ((None, True), (remove, False), (restore, True), (remove, False)):
        if command is not None:
            world.hall.do(command.model_validate(which), member(world))
        for who in OTHERS:
            ids, told = seen(world, *who)
            assert (row_id in ids) == others_see, who
            assert not field or (SECRET in told) == others_see, who
        ids, told = seen(world, *OWN)
        assert row_id in ids
        assert not field or SECRET in told


def test_the_cycles_of_a_measure_go_with_it_and_what_is_written_then_too(world: World) -> None:
    write(world, world.named(CYCLE), "question")
    which = {"plan_id": world.teams.plan, "measure_id": world.named(MEASURE)}
    world.hall.do(goals.RemoveMeasure(**which), member(world))
    write(world, world.named(CYCLE), "study", "Afterwards")
    write(world, world.named(MEASURE), "learning", "Late")
    for who in OTHERS:
        ids, told = seen(world, *who)
        assert world.named(CYCLE) not in ids
        assert not any(words in told for words in (SECRET, "Afterwards", "Late"))
    with world.app.app_context(), db.sessionmaker() as session:
        assert plan_facts(session, world.teams.plan).cycles == ()
    world.hall.do(goals.RestoreMeasure(**which), member(world))
    ids, told = seen(world, *OTHERS[0])
    assert world.named(CYCLE) in ids
    assert all(words in told for words in (SECRET, "Afterwards", "Late"))


def test_a_cycle_is_shown_again_as_it_goes_to_a_measure_that_is_there(world: World) -> None:
    write(world, world.named(CYCLE), "question")
    here: dict[str, Any] = {"plan_id": world.teams.plan}
    world.hall.do(goals.AddMeasure(**here, measure_id=world.named("new"), title="Another"), member(world))
    world.hall.do(goals.RemoveMeasure(**here, measure_id=world.named(MEASURE)), member(world))
    move = cycles.SetCycle(**here, cycle_id=world.named(CYCLE), measure_id=world.named("new"))
    world.hall.do(move, member(world))
    assert SECRET in seen(world, *OTHERS[0])[1]


def test_measurements_go_with_their_indicator_and_alone(world: World) -> None:
    here = {"plan_id": world.teams.plan, "indicator_id": world.named(INDICATOR)}

    def shown(who: tuple[str, str]) -> int:
        return sum(type_ == "measurement" for type_, _ in rows_of(world, *who))

    whole = shown(OWN)
    assert whole == shown(OTHERS[0]) > 0
    world.hall.do(indicators.RemoveIndicator(**here), member(world))
    assert (shown(OWN), shown(OTHERS[0])) == (whole, 0)
    world.hall.do(indicators.RestoreIndicator(**here), member(world))
    world.hall.do(indicators.RemoveMeasurement(**here, taken_on=DAY), member(world))
    assert (shown(OWN), shown(OTHERS[0])) == (whole, whole - 1)


@pytest.mark.parametrize(
    ("late", "kept"),
    [
        (lambda w: write(w, w.named(REPORT), "next", SECRET), SECRET),
        (lambda w: write(w, w.named(REPORT), "learning", f"{SECRET}. {LEARNING}"), SECRET),
        (
            lambda w: w.hall.do(reports.ChangeReport(**about(w), wants_help=True), member(w)),
            '"wants_help":true',
        ),
    ],
)
def test_what_comes_late_is_kept_and_takes_the_report_back(
    world: World, late: Callable[[World], dict[str, object]], kept: str
) -> None:
    assert LEARNING in seen(world, *OTHERS[0])[1]
    assert late(world)["reopened"] is True
    assert stored(world).state == "draft"
    for who in OTHERS:
        told = seen(world, *who)[1]
        assert kept not in told.replace(" ", "") + told
        assert LEARNING not in told
    assert kept in seen(world, *OWN)[1].replace(": ", ":")
    submit(world)
    assert kept in seen(world, *OTHERS[0])[1].replace(": ", ":")


def test_what_changes_nothing_leaves_the_report_handed_in(world: World) -> None:
    again = reports.ChangeReport(**about(world), wants_help=False)
    assert world.hall.do(again, member(world)) == {"reopened": False}
    write(world, world.named(REPORT), "learning", LEARNING)
    assert stored(world).state == "submitted"
