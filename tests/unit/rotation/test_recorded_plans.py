"""The figures shown to organisers, held equal to those an independent scorer gave for the same plans.

recorded_plans.json, and recorded_replans.json for the middle of things, hold random plans, good and sloppy,
with the scorer's figures and bounds.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from cafe.rotation import Plan, find_bounds, measure
from cafe.rotation.replanning import fewest_moves, moved_seats
from cafe.rotation.schema import read_announced, read_instance

HERE = Path(__file__).parent
REPLANS = json.loads((HERE / "recorded_replans.json").read_text())
RECORDED = json.loads((HERE / "recorded_plans.json").read_text()) + REPLANS
FIGURES = ("violations", "topic_repeats", "size_spread", "repeats", "same_organisation", "kind_gap")


def plan_of(recorded: dict[str, Any]) -> Plan:
    seats = {(p, n): t for n, r in enumerate(recorded["plan"]["rounds"]) for t, at in r.items() for p in at}
    rounds = range(recorded["instance"]["rounds"])
    people = [person["id"] for person in recorded["instance"]["participants"]]
    return {person: tuple(seats.get((person, number)) for number in rounds) for person in people}


@pytest.mark.parametrize("recorded", RECORDED)
def test_the_figures_are_the_scorers(recorded: dict[str, Any]) -> None:
    found = measure(read_instance(recorded["instance"]), plan_of(recorded))
    assert {name: getattr(found, name) for name in FIGURES} == {
        name: recorded["figures"][name] for name in FIGURES
    }


@pytest.mark.parametrize("recorded", RECORDED)
def test_the_bounds_are_the_scorers(recorded: dict[str, Any]) -> None:
    bounds = find_bounds(read_instance(recorded["instance"]))
    assert {name: getattr(bounds, name) for name in FIGURES[1:]} == {
        name: recorded["bounds"][name] for name in FIGURES[1:]
    }


@pytest.mark.parametrize("recorded", REPLANS)
def test_the_moved_seats_are_the_scorers(recorded: dict[str, Any]) -> None:
    instance, announced = read_instance(recorded["instance"]), read_announced(recorded["instance"])
    assert moved_seats(announced, plan_of(recorded)) == recorded["figures"]["moved"]
    assert fewest_moves(instance, announced) == recorded["bounds"]["moved"]
