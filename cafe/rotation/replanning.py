"""Plan again in the middle of things: the past stays, and what was announced moves as little as it may."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

from cafe.rotation.budget import Budget
from cafe.rotation.figures import Figures, Told, Weights
from cafe.rotation.floor import Floor
from cafe.rotation.hall import AWAY, FREE, Hall
from cafe.rotation.measure import Measure, measure
from cafe.rotation.model import Instance, Plan
from cafe.rotation.planner import fill_up
from cafe.rotation.polish import Heats, Polish
from cafe.rotation.prices import Prices
from cafe.rotation.seats import Seats
from cafe.rotation.sizes import even_sizes
from cafe.rotation.start import Leveller, seat_given, seat_the_rest
from cafe.rotation.staying import mixing_rounds, returning, settled, shortened

Announced = Mapping[tuple[str, int], str]
"""(person, round) -> the table that people have been told."""

QUICK_STEPS = 16_000
REPLAN_STEPS = 256_000
QUICK_HEATS = Heats()
LONG_HEATS = Heats(hot=(8.0,), cold=1.0, first=60_000, growth=1)
"""Where people meet again all the same, a longer search with more moves at once finds new faces for them."""

ALLOWED_BEYOND = 0.05  # the share of announced seats that may change beyond the least


class Strategy(StrEnum):
    """What a new plan spares: the people who would have to move, or new faces at the tables."""

    FEWEST_MOVES = "fewest_moves"
    FEWEST_REPEATS = "fewest_repeats"


WEIGHTS = {
    Strategy.FEWEST_MOVES: Weights(moved=20, colleagues=6, kinds=1),
    Strategy.FEWEST_REPEATS: Weights(moved=14, colleagues=2, kinds=1),
}
"""A repeated meeting costs `Weights().repeats`; a moved seat is weighed against it."""
RANKING = {
    Strategy.FEWEST_MOVES: WEIGHTS[Strategy.FEWEST_MOVES],
    Strategy.FEWEST_REPEATS: Weights(moved=3, colleagues=2, kinds=1),
}
"""What plans are compared by: within what may change, new faces are worth the moves that bring them."""


@dataclass(frozen=True, kw_only=True)
class Replan:
    """A new plan, with how many announced seats it moves and how many any plan would have to."""

    strategy: Strategy
    plan: Plan
    moved: int
    fewest_moved: int
    measure: Measure


def replan(
    instance: Instance, announced: Announced, strategy: Strategy, budget: Budget | None = None
) -> Replan:
    """Seat everybody anew in the rounds whose seats are not fixed, starting from what was announced.

    `instance.fixed` holds the past and the pins. Raises NotEnoughSeats and Cancelled.
    """
    budget = budget or Budget(steps=REPLAN_STEPS)
    instance = settled(_as_announced(instance, announced))
    Hall(instance).require_seats()
    mixing = mixing_rounds(instance)
    whole = mixing == instance.rounds
    plan = _repaired(instance if whole else shortened(instance, mixing), announced, strategy, budget)
    budget.refuse_if_cancelled()
    if not whole:
        plan = fill_up(returning(instance, plan))
    return Replan(
        strategy=strategy,
        plan=plan,
        moved=moved_seats(announced, plan),
        fewest_moved=fewest_moves(instance, announced),
        measure=measure(instance, plan),
    )


def replan_both_ways(instance: Instance, announced: Announced, steps: int = REPLAN_STEPS) -> list[Replan]:
    """Give a plan for each strategy, so that an organiser can choose by the figures of both."""
    return [replan(instance, announced, strategy, Budget(steps=steps)) for strategy in Strategy]


def _as_announced(instance: Instance, announced: Announced) -> Instance:
    """Let those who stay at one table keep the one they were told."""
    if not any(person.stays for person in instance.people):
        return instance
    open_in = {
        (table.id, number)
        for table in instance.tables
        for number in range(1, instance.rounds + 1)
        if table.is_open(number)
    }
    stays = {person.id for person in instance.people if person.stays}
    told = {key: table for key, table in announced.items() if key[0] in stays and (table, key[1]) in open_in}
    return replace(instance, fixed={**told, **instance.fixed})


def _repaired(instance: Instance, announced: Announced, strategy: Strategy, budget: Budget) -> Plan:
    hall = Hall(instance)
    random = Random(f"replan/{instance.seed}")  # noqa: S311 - no secret
    told = _told(hall, announced)
    fewest = fewest_moves(instance, announced)
    future = sum(place != FREE for row in told for place in row)
    allowance = fewest + int(ALLOWED_BEYOND * future)
    seats = Seats(hall, WEIGHTS[strategy], Told(places=told, allowance=allowance, ranking=RANKING[strategy]))
    seat_given(seats)
    for index in range(hall.rounds):
        _seat_as_told(seats, told, index)
    seat_the_rest(seats, Prices(seats), random)
    Leveller(seats, random).run()
    floor = Floor(instance)

    def reached(figures: Figures) -> bool:
        return figures.moved <= fewest and floor.reached(figures)

    def new_faces(figures: Figures) -> bool:
        return figures.repeats <= floor.repeats or reached(figures)

    Polish(seats, random, reached, QUICK_HEATS).run(budget.slice(QUICK_STEPS))
    if strategy == Strategy.FEWEST_REPEATS:
        Polish(seats, random, new_faces, LONG_HEATS).run(budget)
    return hall.plan(seats.seat)


def _told(hall: Hall, announced: Announced) -> list[list[int]]:
    """Give the announced tables as numbers; FREE where nothing was said."""
    told = [[FREE] * hall.people for _ in range(hall.rounds)]
    for (person, number), table in announced.items():
        who = hall.number.get(person)
        if who is not None and number <= hall.rounds and hall.given[number - 1][who] != AWAY:
            told[number - 1][who] = hall.table_number.get(table, hall.tables)
    return told


def _seat_as_told(seats: Seats, told: list[list[int]], index: int) -> None:
    hall = seats.hall
    open_now = set(hall.open_tables[index])
    for person in range(hall.people):
        place = told[index][person]
        if seats.seat[index][person] != FREE or place not in open_now:
            continue
        circle = hall.mates[index].get(person, (person,))
        size = len(seats.members[index * hall.tables + place])
        if size + len(circle) <= hall.limits[index][place][1]:
            for one in circle:
                seats.join(index, one, place)


def moved_seats(announced: Announced, plan: Plan) -> int:
    """Count the announced seats that a plan changes, of people who are there."""
    return sum(
        (place := plan[person][number - 1]) is not None and place != table
        for (person, number), table in announced.items()
        if person in plan and number <= len(plan[person])
    )


def fewest_moves(instance: Instance, announced: Announced) -> int:
    """Bound the moved seats from below: people at closed tables, and the excess over the most even sizes."""
    there = {person.id: person for person in instance.people}
    moved = 0
    for number in range(1, instance.rounds + 1):
        told = Counter(
            table
            for (person, when), table in announced.items()
            if when == number and person in there and there[person].attends(number)
        )
        if not told:
            continue
        tables = [table for table in instance.tables if table.is_open(number)]
        open_now = {table.id for table in tables}
        moved += sum(count for table, count in told.items() if table not in open_now)
        people = sum(person.attends(number) for person in instance.people)
        sizes = even_sizes(people, [(table.fewest, table.seats) for table in tables])
        if sizes is not None:
            kept = sorted((told[table.id] for table in tables), reverse=True)
            moved += sum(max(0, k - size) for k, size in zip(kept, sorted(sizes, reverse=True), strict=True))
    return moved
