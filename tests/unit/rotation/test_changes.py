"""Sequences of changes over random cafés with wishes: nothing that can be kept is broken."""

import dataclasses
from collections.abc import Callable, Mapping

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cafe.rotation import (
    Budget,
    Instance,
    Person,
    Plan,
    Strategy,
    Table,
    find_bounds,
    find_impossible,
    measure,
    replan,
)
from cafe.rotation import plan_seating as plan_with_budget
from tests.support.wishing_cafes import wishing_cafes

STEPS = 4_000


def plan_seating(instance: Instance) -> Plan:
    return plan_with_budget(instance, Budget(steps=STEPS))


def seats_of(plan: Plan) -> dict[tuple[str, int], str]:
    return {(p, n): t for p, row in plan.items() for n, t in enumerate(row, 1) if t is not None}


def somebody(instance: Instance, data: st.DataObject) -> Person:
    """Draw one of those who are there all day and have no wish."""
    wished = {name for pair in instance.apart + instance.together for name in pair}
    wished |= {name for name, _ in instance.must_visit}
    people = [
        person
        for person in instance.people
        if person.id.startswith("g")
        and person.rounds is None
        and not person.stays
        and person.id not in wished
    ]
    assume(people)
    return data.draw(st.sampled_from(people))


def put(instance: Instance, person: Person, **changes: object) -> Instance:
    changed = dataclasses.replace(person, **changes)  # type: ignore[arg-type]
    return dataclasses.replace(
        instance, people=tuple(changed if one is person else one for one in instance.people)
    )


def comes_late(instance: Instance, _: st.DataObject, done: int) -> Instance:
    later = frozenset(range(done + 1, instance.rounds + 1))
    late = Person(id=f"late {done} {len(instance.people)}", organisation="c", kind="x", rounds=later)
    return dataclasses.replace(instance, people=(*instance.people, late))


def is_gone(instance: Instance, data: st.DataObject, done: int) -> Instance:
    return put(instance, somebody(instance, data), rounds=frozenset(range(1, done + 1)))


def host_is_gone(instance: Instance, data: st.DataObject, done: int) -> Instance:
    hosts = [person for person in instance.people if person.id.startswith("h") and person.rounds is None]
    assume(hosts)
    return put(instance, data.draw(st.sampled_from(hosts)), rounds=frozenset(range(1, done + 1)))


def table_closes(instance: Instance, data: st.DataObject, done: int) -> Instance:
    tables = [table for table in instance.tables if table.rounds is None]
    assume(tables)
    table = data.draw(st.sampled_from(tables))
    closed = dataclasses.replace(table, rounds=frozenset(range(1, done + 1)))
    return dataclasses.replace(
        instance, tables=tuple(closed if one is table else one for one in instance.tables)
    )


def table_opens(instance: Instance, _: st.DataObject, done: int) -> Instance:
    rounds = instance.rounds
    table = Table(
        id=f"new {done} {len(instance.tables)}",
        seats=9,
        topic_by_round=("topic 0",) * rounds,
        host_by_round=((),) * rounds,
        rounds=frozenset(range(done + 1, rounds + 1)),
    )
    return dataclasses.replace(instance, tables=(*instance.tables, table))


def is_pinned(instance: Instance, data: st.DataObject, done: int) -> Instance:
    place = data.draw(st.sampled_from(instance.tables)).id
    number = data.draw(st.integers(done + 1, instance.rounds))
    fixed = {**instance.fixed, (somebody(instance, data).id, number): place}
    return dataclasses.replace(instance, fixed=fixed)


def wishes_a_topic(instance: Instance, data: st.DataObject, _: int) -> Instance:
    topics = sorted({topic for table in instance.tables for topic in table.topic_by_round if topic})
    wish = (somebody(instance, data).id, data.draw(st.sampled_from(topics)))
    return dataclasses.replace(instance, must_visit=(*instance.must_visit, wish))


Change = Callable[[Instance, st.DataObject, int], Instance]
CHANGES: list[Change] = [
    comes_late,
    is_gone,
    host_is_gone,
    table_closes,
    table_opens,
    is_pinned,
    wishes_a_topic,
]


def with_past(instance: Instance, past: Mapping[tuple[str, int], str], done: int) -> Instance:
    """Fix what is past, and keep the pins of later rounds."""
    pins = {key: table for key, table in instance.fixed.items() if key[1] > done}
    return dataclasses.replace(instance, fixed={**past, **pins})


@settings(deadline=None, max_examples=30)
@given(wishing_cafes(), st.data())
def test_a_sequence_of_changes_breaks_nothing_and_leaves_the_past(
    instance: Instance, data: st.DataObject
) -> None:
    plan = plan_seating(instance)
    for done in range(instance.rounds):
        for change in data.draw(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=2)):
            instance = change(instance, data, done)
        seats = seats_of(plan)
        past = {key: table for key, table in seats.items() if key[1] <= done}
        announced = {key: table for key, table in seats.items() if key[1] > done}
        instance = with_past(instance, past, done)
        assume(not find_impossible(instance, done + 1))
        found = replan(instance, announced, data.draw(st.sampled_from(Strategy)), Budget(steps=STEPS))
        plan = found.plan
        assert all(plan[person][number - 1] == table for (person, number), table in past.items())
        assert found.measure.violations == 0


@settings(deadline=None, max_examples=20)
@given(wishing_cafes(), st.sampled_from(Strategy))
def test_hardly_anybody_moves_where_nothing_changed(instance: Instance, strategy: Strategy) -> None:
    plan = plan_seating(instance)
    before, bounds = measure(instance, plan), find_bounds(instance)
    assume((before.topic_repeats, before.size_spread) == (bounds.topic_repeats, bounds.size_spread))
    announced = seats_of(plan)
    found = replan(instance, announced, strategy, Budget(steps=STEPS))
    assert found.measure.violations == 0
    assert found.moved <= 0.05 * len(announced)
