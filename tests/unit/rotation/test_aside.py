"""Planning in a process of its own: what is handed over says the same, and the answer is a plan."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from cafe.rotation import Instance, Person, Strategy, Table, measure, plan_seating, replan
from cafe.rotation.aside import MODULE, answer, task_to_measure, task_to_plan
from cafe.rotation.budget import Budget
from cafe.rotation.schema import read_announced, read_instance, write_plan
from cafe.rotation.writing import read_plan, write_instance

STEPS = 3_000


def hall() -> Instance:
    people = tuple(
        Person(
            id=f"p{n}",
            organisation=f"o{n % 4}",
            kind=("leader", "other")[n % 2] if n % 5 else None,
            rounds=frozenset({1, 3}) if n == 7 else None,
            stays=n == 8,
            needs_access=n == 9,
            company=n == 10,
            home="t1" if n == 11 else None,
        )
        for n in range(20)
    )
    tables = tuple(
        Table(
            id=f"t{n}",
            seats=7,
            fewest=2,
            accessible=n == 1,
            topic_by_round=("a", "b", None),
            host_by_round=((f"p{n}", f"p{n + 12}"), (f"p{n}",), ()),
            rounds=frozenset({1, 2}) if n == 3 else None,
        )
        for n in range(4)
    )
    return Instance(
        people=people,
        tables=tables,
        rounds=3,
        seed=5,
        fixed={("p5", 2): "t0"},
        must_visit=(("p6", "b"),),
        apart=(("p4", "p5"),),
        together=(("p16", "p17"),),
        home_table_last=True,
    )


def test_an_instance_is_read_as_it_was_written() -> None:
    announced = {("p4", 2): "t1", ("p5", 3): "t2"}
    written = json.loads(json.dumps(write_instance(hall(), announced, done=1)))
    assert read_instance(written, seed=5) == hall()
    assert read_announced(written) == announced


def test_who_is_never_there_is_left_out_with_all_that_is_said_of_them() -> None:
    gone = replace(hall().people[4], rounds=frozenset())
    people = tuple(gone if person.id == gone.id else person for person in hall().people)
    instance = replace(hall(), people=people, fixed={("p4", 1): "t1"}, must_visit=(("p4", "a"),))
    read = read_instance(write_instance(instance), seed=5)
    assert "p4" not in {person.id for person in read.people}
    assert (read.apart, read.must_visit, dict(read.fixed)) == ((), (), {})


def test_both_ways_are_planned_as_they_would_be_here() -> None:
    task = task_to_plan(write_instance(hall()), seed=5, anew=True, steps=STEPS)
    told: list[int] = []
    found = answer(json.loads(json.dumps(task)), told.append)
    assert [way["name"] for way in found["ways"]] == ["new_faces", "fewer_colleagues"]
    plan = plan_seating(hall(), Budget(steps=STEPS))
    assert read_plan(found["ways"][0]["plan"]) == plan
    assert found["ways"][0]["measure"]["violations"] == measure(hall(), plan).violations
    assert told == sorted(told)
    assert max(told) > 50


def test_people_are_planned_again_from_what_they_were_told() -> None:
    instance = replace(hall(), home_table_last=False)
    plan = plan_seating(instance, Budget(steps=STEPS))
    announced = {(p, n): t for p, ts in plan.items() for n, t in enumerate(ts, 1) if t and n > 1}
    past = {(p, 1): ts[0] for p, ts in plan.items() if ts[0]}
    now = replace(instance, people=instance.people[:-1], fixed=past)
    found = answer(
        task_to_plan(write_instance(now, announced, done=1), seed=5, anew=False, steps=STEPS), lambda _: None
    )
    assert [way["name"] for way in found["ways"]] == ["fewest_moves", "fewest_repeats"]
    here = replan(now, announced, Strategy.FEWEST_MOVES, Budget(steps=STEPS))
    assert found["ways"][0]["moved"] == here.moved
    for way in found["ways"]:
        assert {(p, 1): ts[0] for p, ts in read_plan(way["plan"]).items() if ts[0]} == {
            key: table for key, table in past.items() if key[0] != "p19"
        }


def test_too_few_seats_are_told_and_not_raised() -> None:
    tables = tuple(replace(table, seats=3, fewest=0, rounds=None) for table in hall().tables)
    found = answer(
        task_to_plan(write_instance(replace(hall(), tables=tables)), seed=5, anew=True, steps=1),
        lambda _: None,
    )
    assert found == {"problem": {"needed": 20, "available": 12, "round": 1}}


def run(task: dict[str, Any]) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", MODULE], input=json.dumps(task).encode(), capture_output=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("kind", ["plan", "measure"])
def test_the_process_answers_in_lines(kind: str) -> None:
    plan = plan_seating(hall(), Budget(steps=1))
    task = (
        task_to_plan(write_instance(hall()), seed=5, anew=True, steps=STEPS)
        if kind == "plan"
        else task_to_measure(hall(), write_plan(hall(), plan))
    )
    *progress, last = run(task)
    assert all(set(line) == {"progress"} for line in progress)
    assert "bounds" in last
    assert last == answer(task, lambda _: None)
