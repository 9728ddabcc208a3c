"""Topics visited again and uneven sizes that no trade in one round can mend."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from cafe.rotation import Budget, Instance, Person, Table, find_bounds, measure, plan_seating
from cafe.rotation.figures import Figures, Weights
from cafe.rotation.hall import NONE, Hall
from cafe.rotation.mend import Mender
from cafe.rotation.seats import Seats

STEPS = 60_000


def cafe(people: int, tables: int, topics: int, rounds: int) -> Instance:
    """Build a café with topics that have about as many tables each, and much room."""
    return Instance(
        people=tuple(Person(id=f"p{number}") for number in range(people)),
        tables=tuple(
            Table(
                id=f"t{number}",
                fewest=1,
                seats=people // tables + 4,
                topic_by_round=(f"x{number % topics}",) * rounds,
                host_by_round=((),) * rounds,
            )
            for number in range(tables)
        ),
        rounds=rounds,
    )


def never(_: Figures) -> bool:
    return False


def seated(hall: Hall, rows: list[list[int]]) -> Seats:
    seats = Seats(hall, Weights())
    for index, row in enumerate(rows):
        for person, place in enumerate(row):
            seats.join(index, person, place)
    return seats


def test_repeats_that_no_trade_in_one_round_ends_are_mended_by_a_chain() -> None:
    # Four topics in four rounds, and two at every table: there is no room, and partners need what they give.
    instance = cafe(8, 4, 4, 4)
    full = tuple(replace(table, fewest=2, seats=2) for table in instance.tables)
    rows = [
        [0, 1, 2, 2, 0, 1, 3, 3],
        [1, 2, 3, 0, 1, 2, 3, 0],
        [2, 3, 0, 1, 2, 3, 0, 1],
        [3, 0, 1, 3, 2, 0, 1, 2],
    ]
    seats = seated(Hall(replace(instance, tables=full)), rows)
    assert seats.topics == 2

    Mender(seats, never).run(Budget(steps=STEPS))

    assert (seats.violations, seats.topics, seats.sizes) == (0, 0, 0)


def test_tables_of_a_scarce_topic_grow_rather_than_that_somebody_visits_another_twice() -> None:
    instance = cafe(29, 5, 4, 4)

    found = measure(instance, plan_seating(instance, Budget(steps=STEPS)))

    assert (found.violations, found.topic_repeats) == (0, find_bounds(instance).topic_repeats) == (0, 0)


def test_no_more_repeats_are_left_than_a_topic_lacks_seats() -> None:
    instance = cafe(44, 7, 4, 4)
    scarce = [table for table in instance.tables if table.topic_by_round[0] == "x3"]
    assert [table.seats for table in scarce] == [10]  # for 44 people in four rounds

    found = measure(instance, plan_seating(instance, Budget(steps=STEPS)))

    assert (found.violations, found.topic_repeats) == (0, 4)


def test_people_too_many_are_spread_over_the_tables() -> None:
    seats = seated(Hall(cafe(16, 4, 1, 1)), [[0] * 8 + [1] * 4 + [2] * 4])
    far = seats.sizes
    seats.shift(0, [(0, 1)])

    assert seats.sizes < far  # 7 and 5 are better than 8 and 4


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 9_999), st.integers(2, 5), st.integers(2, 5), st.booleans())
def test_mending_makes_nothing_that_counts_more_worse(
    seed: int, topics: int, rounds: int, wishes: bool
) -> None:
    random = Random(seed)
    people, tables = 18, 6
    pairs = tuple((f"p{2 * number}", f"p{2 * number + 1}") for number in range(3))
    visits = tuple((f"p{number}", f"x{number % topics}") for number in range(8, 12))
    instance = cafe(people, tables, topics, rounds)
    if wishes:
        instance = replace(instance, apart=pairs, must_visit=visits)
    hall = Hall(instance)
    rows = [[random.randrange(tables) for _ in range(people)] for _ in range(rounds)]
    seats = seated(hall, rows)
    before = seats.figures()[:4]

    Mender(seats, never).run(Budget(steps=STEPS))

    assert seats.figures()[:4] <= before
    assert seats.figures() == seated(hall, seats.seat).figures()
    assert NONE not in [place for row in seats.seat for place in row]


def test_mending_ends_soon_after_the_budget() -> None:
    hall = Hall(cafe(300, 30, 5, 5))
    random = Random(1)
    seats = seated(hall, [[random.randrange(30) for _ in range(300)] for _ in range(5)])
    budget = Budget(steps=100)

    Mender(seats, never).run(budget)

    assert seats.topics
    assert budget.used < 30_000
