"""The figures that organisers see, counted by hand for a café of four."""

import dataclasses

import pytest

from cafe.rotation import Instance, Measure, Person, Table, measure

CAFE = Instance(
    people=(
        Person(id="ann", organisation="north", kind="leader"),
        Person(id="bo", organisation="north", kind="leader"),
        Person(id="cy", organisation="south", kind="other"),
        Person(id="di", kind="other"),
    ),
    tables=tuple(
        Table(id=name, seats=4, topic_by_round=(name, name), host_by_round=((host,), (host,)))
        for name, host in (("p", "ann"), ("q", "di"))
    ),
    rounds=2,
)
NOBODY_MOVES = {"ann": ("p", "p"), "bo": ("p", "p"), "cy": ("q", "q"), "di": ("q", "q")}


def test_a_plan_in_which_nobody_moves() -> None:
    assert measure(CAFE, NOBODY_MOVES) == Measure(
        violations=0,
        alone=0,
        topic_repeats=2,
        size_spread=0,
        repeats=2,
        same_organisation=2,
        kind_gap=8,
        meetings=4,
        new_meetings=2,
    )


def test_a_plan_in_which_the_guests_trade_places() -> None:
    plan = {**NOBODY_MOVES, "bo": ("p", "q"), "cy": ("q", "p")}
    assert measure(CAFE, plan) == Measure(
        violations=0,
        alone=0,
        topic_repeats=0,
        size_spread=0,
        repeats=0,
        same_organisation=1,
        kind_gap=4,
        meetings=4,
        new_meetings=4,
    )


@pytest.mark.parametrize("wish", ["stay", "home_table_last"])
def test_what_was_asked_for_is_no_repeat(wish: str) -> None:
    figures = measure(dataclasses.replace(CAFE, **{wish: True}), NOBODY_MOVES)  # type: ignore[arg-type]
    assert (figures.topic_repeats, figures.repeats) == (0, 0)


def test_an_absent_person_makes_a_table_smaller() -> None:
    assert measure(CAFE, {**NOBODY_MOVES, "cy": ("q", None)}).size_spread == 1
