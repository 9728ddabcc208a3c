"""Indicators and measurements by command: nothing that stood there is lost, and limits hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from cafe.commands import new_key
from cafe.db import db
from cafe.errors import BadInput, NotFound, SafeError, TooLate
from cafe.perform import parse, perform
from cafe.plans.facts import IndicatorFacts
from cafe.plans.queries.due import due_measurements_of
from cafe.plans.queries.indicators import Past, indicator_facts, indicators_of, past_of
from tests.support.indicator_samples import DAY, INDICATOR
from tests.support.plan_samples import in_state
from tests.support.world import World, make_world

Read = Callable[[Session], Any]


def do(world: World, name: str, **data: Any) -> dict[str, Any]:
    about = {"plan_id": world.teams.plan, "indicator_id": world.named(INDICATOR)}
    with world.app.app_context():
        return perform(world.actors()["team member"], parse(name, new_key(), {**about, **data})).result


def read(world: World, question: Read) -> Any:
    with world.app.app_context(), db.sessionmaker() as session:
        return question(session)


def facts(world: World) -> IndicatorFacts:
    found: IndicatorFacts = read(
        world, lambda session: indicator_facts(session, world.teams.plan, world.named(INDICATOR))
    )
    return found


def values(world: World) -> list[tuple[str, str, str]]:
    return [(each.taken_on, each.value, each.words) for each in facts(world).measurements]


def past(world: World) -> list[tuple[str, str, bool]]:
    found: list[Past] = read(world, lambda session: past_of(session, world.named(INDICATOR)))
    return [(each.value, each.words, each.removed) for each in found]


def test_a_value_is_kept_in_one_form_however_it_was_typed(world: World) -> None:
    do(world, "enter_measurement", taken_on="2026-04-01", value=" 1 234,50 ", words="two\nlines")
    assert values(world)[-1] == ("2026-04-01", "1234.5", "two lines")


def test_another_value_is_replaced_only_by_who_has_seen_it_and_what_was_there_is_kept(world: World) -> None:
    for data in ({"value": "2"}, {"value": "2", "instead_of": "7"}):
        with pytest.raises(TooLate):
            do(world, "enter_measurement", taken_on=DAY, **data)
    assert values(world) == [(DAY, "1", "")]
    do(world, "enter_measurement", taken_on=DAY, value="2", instead_of="1,0", words="Counted again")
    assert values(world) == [(DAY, "2", "Counted again")]
    assert past(world) == [("1", "", False)]


def test_who_mends_a_number_keeps_the_note_beside_it(world: World) -> None:
    do(world, "enter_measurement", taken_on=DAY, value="1", words="Two began")
    do(world, "enter_measurement", taken_on=DAY, value="3", instead_of="1")
    assert values(world) == [(DAY, "3", "Two began")]
    assert past(world) == [("1", "", False), ("1", "Two began", False)]


def test_what_is_taken_out_can_be_put_back_or_written_over_without_a_question(world: World) -> None:
    do(world, "remove_measurement", taken_on=DAY)
    assert (values(world), past(world)) == ([], [("1", "", True)])
    do(world, "restore_measurement", taken_on=DAY)
    assert (values(world), past(world)) == ([(DAY, "1", "")], [])
    do(world, "remove_measurement", taken_on=DAY)
    do(world, "enter_measurement", taken_on=DAY, value="5")
    assert (values(world), past(world)) == ([(DAY, "5", "")], [("1", "", False)])


def test_a_file_is_taken_in_whole_or_not_at_all(world: World) -> None:
    several = [
        {"taken_on": "2026-02-01", "value": "3"},
        {"taken_on": DAY, "value": "4", "instead_of": "9"},
    ]
    with pytest.raises(TooLate):
        do(world, "take_in_measurements", measurements=several)
    assert values(world) == [(DAY, "1", "")]
    several[1]["instead_of"] = "1"
    assert do(world, "take_in_measurements", measurements=several) == {"taken": 2}
    assert values(world) == [("2026-02-01", "3", ""), (DAY, "4", "")]
    assert past(world) == [("1", "", False)]


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"value": "1e999"}, "value"),
        ({"value": "NaN"}, "value"),
        ({"value": "1" * 41}, "value"),
        ({"taken_on": "2026-02-30"}, "taken_on"),
        ({"taken_on": "0000-00-00"}, "taken_on"),
        ({"words": "x" * 301}, "words"),
        ({"instead_of": "many"}, "instead_of"),
    ],
)
def test_what_is_no_measurement_is_refused_by_its_field(
    world: World, data: dict[str, str], field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        do(world, "enter_measurement", **{"taken_on": DAY, "value": "1", **data})
    assert refused.value.field == field


def test_a_day_that_has_not_come_is_refused(world: World) -> None:
    ahead = datetime.now(UTC).date() + timedelta(days=2)
    with pytest.raises(BadInput):
        do(world, "enter_measurement", taken_on=ahead.isoformat(), value="1")


def test_an_indicator_holds_so_many_measurements_and_no_more(world: World) -> None:
    days = [(date(2020, 1, 1) + timedelta(days=count)).isoformat() for count in range(500)]
    several = [{"taken_on": day, "value": "1"} for day in days]
    with pytest.raises(BadInput):
        do(world, "take_in_measurements", measurements=several)  # one is there already
    do(world, "take_in_measurements", measurements=several[:499])
    with pytest.raises(BadInput):
        do(world, "enter_measurement", taken_on=days[-1], value="1")
    do(world, "enter_measurement", taken_on=days[0], value="2", instead_of="1")
    assert len(values(world)) == 500


def test_only_the_fields_that_are_given_change(world: World) -> None:
    do(world, "set_indicator", target="5,5", target_on="2027-06-01", direction="down")
    do(world, "set_indicator", title="Consultants", baseline=None)
    found = facts(world)
    assert (found.title, found.unit, found.target, found.direction) == (
        "Consultants",
        "people",
        "5.5",
        "down",
    )


def test_an_indicator_belongs_to_its_own_plan(world: World) -> None:
    teams = world.teams
    with pytest.raises(NotFound):
        do(world, "enter_measurement", plan_id=teams.draft, taken_on=DAY, value="1")
    with pytest.raises(NotFound):
        do(world, "set_indicator", goal_id="no-such-goal")
    with pytest.raises(BadInput):
        do(world, "set_indicator", indicator_id=new_key())
    with pytest.raises(SafeError):
        do(world, "set_indicator", plan_id=teams.draft, title="Mine")


def test_an_indicator_taken_out_is_listed_apart(world: World) -> None:
    do(world, "remove_indicator")
    plan_id = world.teams.plan
    assert read(world, lambda session: indicators_of(session, plan_id)) == []
    assert [
        each.title for each in read(world, lambda session: indicators_of(session, plan_id, removed=True))
    ] == ["Consultants in post"]
    do(world, "restore_indicator")
    assert len(read(world, lambda session: indicators_of(session, plan_id))) == 1


def due(world: World, today: date) -> list[tuple[str, date]]:
    found = read(world, lambda session: due_measurements_of(session, [world.teams.team], today))
    return [(each.title, each.due_on) for each in found]


def test_what_is_due(app: Flask) -> None:
    world = make_world(app)
    month_later = date(2026, 4, 1)
    assert due(world, month_later - timedelta(days=1)) == []
    assert due(world, month_later) == [("Consultants in post", month_later)]
    do(world, "remove_measurement", taken_on=DAY)
    assert due(world, month_later) == []  # the first one is due when the plan begins
    assert [title for title, _ in due(world, datetime.now(UTC).date())] == ["Consultants in post"]
    do(world, "restore_measurement", taken_on=DAY)
    for state in ("draft", "reported"):
        in_state(world, world.teams.plan, state)
        assert due(world, month_later) == []
    in_state(world, world.teams.plan, "submitted")
    do(world, "remove_indicator")
    assert due(world, month_later) == []
