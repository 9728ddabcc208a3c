"""The figures shown to organisers, held equal to those an independent scorer gave for the same plans.

recorded_plans.json holds random plans, good and sloppy, with the scorer's figures and bounds.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from cafe.rotation import Plan, find_bounds, measure
from cafe.rotation.schema import read_instance

RECORDED = json.loads((Path(__file__).parent / "recorded_plans.json").read_text())
FIGURES = ("violations", "topic_repeats", "size_spread", "repeats", "same_organisation", "kind_gap")


def plan_of(recorded: dict[str, Any]) -> Plan:
    seats = {(p, n): t for n, r in enumerate(recorded["plan"]["rounds"]) for t, at in r.items() for p in at}
    rounds = range(recorded["instance"]["rounds"])
    people = [person["id"] for person in recorded["instance"]["participants"]]
    return {person: tuple(seats.get((person, number)) for number in rounds) for person in people}


@pytest.mark.parametrize("recorded", RECORDED)
def test_the_figures_are_the_scorers(recorded: dict[str, Any]) -> None:
    found = measure(read_instance(recorded["instance"]), plan_of(recorded))
    assert {name: getattr(found, name) for name in FIGURES} == recorded["figures"]


@pytest.mark.parametrize("recorded", RECORDED)
def test_the_bounds_are_the_scorers(recorded: dict[str, Any]) -> None:
    bounds = find_bounds(read_instance(recorded["instance"]))
    assert {name: getattr(bounds, name) for name in FIGURES[1:]} == recorded["bounds"]
