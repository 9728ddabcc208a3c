"""What every seating must keep, whatever the café looks like."""

import dataclasses
import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cafe.rotation import (
    Budget,
    Instance,
    Measure,
    NotEnoughSeats,
    Person,
    Plan,
    Preference,
    Table,
    measure,
    seat_more,
)
from cafe.rotation import plan_seating as plan_with_budget


def plan_seating(instance: Instance, steps: int = 2_000) -> Plan:
    return plan_with_budget(instance, Budget(steps=steps))


def table(number: int, seats: int, topics: list[str | None], hosts: tuple[str, ...] = ()) -> Table:
    return Table(
        id=f"table {number}", seats=seats, topic_by_round=tuple(topics), host_by_round=(hosts,) * len(topics)
    )


def cafe(people: int, tables: int = 12, *, rounds: int = 3, topics: int = 3, seats: int = 10) -> Instance:
    """Build a café in which the first people host and 17 organisations take part."""
    return Instance(
        people=tuple(
            Person(id=f"person {number}", organisation=f"organisation {number % 17}", kind="abc"[number % 3])
            for number in range(people)
        ),
        tables=tuple(
            table(
                number,
                seats,
                [f"topic {number * topics // tables}" if topics else None] * rounds,
                (f"person {number}",),
            )
            for number in range(tables)
        ),
        rounds=rounds,
    )


@st.composite
def cafes(draw: st.DrawFn) -> Instance:
    """Draw any café that has seats enough: closed tables, absences, hosts and pins included."""
    rounds = draw(st.integers(1, 4))
    attended = st.none() | st.frozensets(st.integers(1, rounds))
    people = tuple(
        Person(
            id=str(number),
            organisation=draw(st.sampled_from([None, "a", "b"])),
            kind=draw(st.sampled_from([None, "x", "y"])),
            rounds=draw(attended),
        )
        for number in range(draw(st.integers(0, 20)))
    )
    topic = st.sampled_from([None, "p", "q", "r"])
    tables = (
        table(0, 20, [None] * rounds),
        *(
            dataclasses.replace(
                table(
                    number,
                    draw(st.integers(1, 5)),
                    draw(st.lists(topic, min_size=rounds, max_size=rounds)),
                    (str(number),),
                ),
                rounds=draw(attended),
            )
            for number in range(1, draw(st.integers(1, 5)))
        ),
    )
    return Instance(
        people=people,
        tables=tables,
        rounds=rounds,
        seed=draw(st.integers(0, 9)),
        stay=draw(st.booleans()),
        home_table_last=draw(st.booleans()),
    )


def people_at(plan: Plan, place: str, index: int) -> list[str]:
    return [person for person, seats in plan.items() if seats[index] == place]


@settings(deadline=None)
@given(cafes())
def test_exactly_those_present_sit_at_open_tables_with_room(instance: Instance) -> None:
    plan = plan_seating(instance)
    for index in range(instance.rounds):
        for person in instance.people:
            assert (plan[person.id][index] is not None) == person.attends(index + 1)
        for each in instance.tables:
            assert len(people_at(plan, each.id, index)) <= (each.seats if each.is_open(index + 1) else 0)


@settings(deadline=None)
@given(cafes())
def test_hosts_sit_at_their_open_table(instance: Instance) -> None:
    plan = plan_seating(instance)
    present = {person.id: person for person in instance.people}
    for each in instance.tables:
        for index, hosts in enumerate(each.host_by_round):
            for host in hosts:
                if each.is_open(index + 1) and host in present and present[host].attends(index + 1):
                    assert plan[host][index] == each.id


@settings(deadline=None)
@given(cafes(), st.data())
def test_fixed_seats_are_kept(instance: Instance, data: st.DataObject) -> None:
    other_plan = plan_seating(dataclasses.replace(instance, seed=instance.seed + 1))
    seats = [(p, r + 1, place) for p, row in other_plan.items() for r, place in enumerate(row) if place]
    kept = data.draw(st.lists(st.sampled_from(seats), unique=True) if seats else st.just([]))
    fixed = {(person, number): place for person, number, place in kept}
    plan = plan_seating(dataclasses.replace(instance, fixed=fixed))
    assert {key: plan[key[0]][key[1] - 1] for key in fixed} == fixed


def test_a_seat_at_a_table_since_removed_is_history() -> None:
    instance = cafe(20, 3, rounds=2)
    plan = plan_seating(dataclasses.replace(instance, fixed={("person 5", 1): "the old table"}))
    assert plan["person 5"][0] == "the old table"
    assert plan["person 5"][1] in {each.id for each in instance.tables}


def test_whoever_is_away_is_not_seated_by_a_pin() -> None:
    people = (Person(id="gone", rounds=frozenset({1})),)
    tables = (table(1, 4, [None, None]),)
    plan = plan_seating(Instance(people=people, tables=tables, rounds=2, fixed={("gone", 2): "table 1"}))
    assert plan == {"gone": ("table 1", None)}


@settings(deadline=None)
@given(cafes())
def test_the_same_instance_gives_the_same_plan(instance: Instance) -> None:
    assert plan_seating(instance) == plan_seating(dataclasses.replace(instance))


def test_the_plan_does_not_depend_on_the_hash_seed() -> None:
    script = (
        "from cafe.rotation import *;"
        "print(plan_seating(Instance(rounds=3,"
        "people=tuple(Person(id=str(n), organisation=str(n % 7), kind='ab'[n % 2]) for n in range(60)),"
        "tables=tuple(Table(id=f't{n}', seats=8, topic_by_round=(str(n % 3),) * 3, host_by_round=((),) * 3)"
        " for n in range(9)))))"
    )
    plans = {
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in "123"
    }
    assert len(plans) == 1


def test_another_seed_gives_another_plan() -> None:
    instance = cafe(96)
    assert plan_seating(instance) != plan_seating(dataclasses.replace(instance, seed=2))


@settings(max_examples=15, deadline=None)
@given(st.integers(96, 120), st.integers(1, 5))
@example(98, 1)  # Odd seats handed out without regard to the topics make the last round uneven.
@example(100, 1)
def test_three_topics_in_three_rounds_repeat_no_topic_and_stay_even(people: int, seed: int) -> None:
    instance = dataclasses.replace(cafe(people), seed=seed)
    figures = measure(instance, plan_seating(instance))
    assert figures.topic_repeats == 0
    assert figures.size_spread <= 1


def test_seventeen_organisations_mix() -> None:
    instance = cafe(96)
    figures = measure(instance, plan_seating(instance, 20_000))
    # Seated by chance, about 55 pairs of colleagues would share a table.
    assert figures.repeats == 0
    assert figures.same_organisation <= 6


@pytest.mark.parametrize("topics", [0, 1])
def test_one_question_for_all_still_mixes(topics: int) -> None:
    instance = cafe(60, 10, topics=topics)
    assert measure(instance, plan_seating(instance)).repeats == 0


def test_a_progressive_question_is_no_topic_repeat() -> None:
    tables = tuple(table(number, 6, ["first", "second", "third"]) for number in range(6))
    instance = dataclasses.replace(cafe(30, 6), tables=tables)
    figures = measure(instance, plan_seating(instance))
    assert (figures.topic_repeats, figures.repeats, figures.size_spread) == (0, 0, 0)


def test_a_new_topic_outweighs_even_sizes() -> None:
    tables = (table(1, 6, ["p", "p"]), table(2, 6, ["p", "p"]), table(3, 6, ["q", "q"]))
    people = tuple(Person(id=str(number)) for number in range(9))
    instance = Instance(people=people, tables=tables, rounds=2)
    assert measure(instance, plan_seating(instance)).topic_repeats == 0


def test_a_newcomer_takes_the_emptiest_table_whose_topic_is_new() -> None:
    tables = tuple(table(number, 6, [f"topic {number}"] * 2) for number in range(3))
    announced = {("a", 1): 0, ("b", 1): 0, ("c", 1): 1, ("a", 2): 1, ("b", 2): 2, ("c", 2): 2}
    instance = Instance(
        people=tuple(Person(id=name) for name in ("a", "b", "c", "new")),
        tables=tables,
        rounds=2,
        fixed={key: f"table {place}" for key, place in announced.items()},
    )
    assert plan_seating(instance)["new"] == ("table 2", "table 0")


def test_who_stays_never_moves_and_who_returns_ends_where_they_began() -> None:
    staying = plan_seating(dataclasses.replace(cafe(50, 6), stay=True))
    assert all(len(set(row)) == 1 for row in staying.values())
    returning = plan_seating(dataclasses.replace(cafe(50, 6), home_table_last=True))
    assert all(row[0] == row[-1] for row in returning.values())
    assert any(row[0] != row[1] for row in returning.values())


def test_too_few_seats_are_an_error_with_figures() -> None:
    instance = cafe(20, 3, seats=6)
    with pytest.raises(NotEnoughSeats) as caught:
        plan_seating(instance)
    assert (caught.value.needed, caught.value.available, caught.value.round) == (20, 18, 1)


def test_an_organiser_may_prefer_fewer_colleagues_to_new_faces() -> None:
    people = tuple(Person(id=str(number), organisation="ab"[number % 2]) for number in range(8))
    tables = tuple(table(number, 2, [None] * 6) for number in range(4))
    instance = Instance(people=people, tables=tables, rounds=6)

    def planned(preference: Preference) -> Measure:
        return measure(instance, plan_with_budget(instance, Budget(steps=20_000), preference))

    new_faces, fewer_colleagues = planned(Preference.NEW_FACES), planned(Preference.FEWER_COLLEAGUES)
    assert (new_faces.repeats, fewer_colleagues.same_organisation) == (0, 0)
    assert new_faces.same_organisation > 0 < fewer_colleagues.repeats


@settings(deadline=None, max_examples=30)
@given(cafes(), st.data())
def test_who_is_seated_later_moves_nobody(instance: Instance, data: st.DataObject) -> None:
    late = {person.id for person in instance.people if data.draw(st.booleans())}
    before = plan_seating(instance)
    seats = {(p, n): t for p, row in before.items() for n, t in enumerate(row, 1) if t and p not in late}
    instance = dataclasses.replace(instance, fixed=seats)
    after = seat_more(instance)
    assert {key: after[key[0]][key[1] - 1] for key in seats} == seats
    assert measure(instance, after).violations == 0


def test_somebody_seated_later_keeps_others_company() -> None:
    people = tuple(Person(id=name, kind=kind) for name, kind in (("a", "x"), ("b", "y"), ("c", "y")))
    asking = Person(id="new", kind="x", company=True)
    instance = Instance(
        people=(*people, asking),
        tables=tuple(table(number, 4, [None]) for number in range(2)),
        rounds=1,
        fixed={("a", 1): "table 0", ("b", 1): "table 0", ("c", 1): "table 1"},
    )
    assert seat_more(instance)["new"] == ("table 0",)
