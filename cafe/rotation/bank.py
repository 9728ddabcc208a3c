"""Known ways to divide people into groups of one size, round after round, without anybody meeting twice.

What applies where neither hosts nor topics stand still: the social golfer problem.
* Two at a table: the circle method of tournaments (Kirkman 1847).
* q at a table and q^(d-1) tables for a prime q: the points of the affine space AG(d, q) are people, and
  the lines of one direction are the tables of one round (Bose 1939).
* Else base rounds that a small group turns over (Colbourn & Dinitz, Handbook of Combinatorial Designs,
  2nd ed. 2007, VI.51 and VI.65). Those below were found by bench/rotation/find_starters.py: 5 tables of 3 is
  Kirkman's problem of the schoolgirls, 7 tables of 4 a resolvable unital.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from cafe.rotation.offsets import Group

Round = list[list[int]]
"""The tables of a round, each a list of people."""


@dataclass(frozen=True, kw_only=True)
class Starter:
    """Base rounds and the group that turns them: the orders of its cyclic parts.

    Person class * order + element moves by addition to the element; the last people stay as they are.
    A base round lists the people of its tables.
    """

    orders: tuple[int, ...]
    base_rounds: tuple[str, ...]


STARTERS: dict[tuple[int, int], Starter] = {
    (5, 3): Starter(
        orders=(7,),
        base_rounds=("9 1 2 | 12 11 7 | 4 0 13 | 6 14 10 | 5 3 8",),
    ),
    (6, 4): Starter(
        orders=(7,),
        base_rounds=("17 12 23 1 | 8 2 5 3 | 21 0 20 9 | 13 11 19 10 | 22 7 6 14 | 18 15 16 4",),
    ),
    (6, 5): Starter(
        orders=(6,),
        base_rounds=(
            "4 24 0 25 14 | 16 20 5 22 17 | 21 1 6 8 2 | 15 13 10 28 9 | 18 27 29 23 7 | 3 19 11 12 26",
        ),
    ),
    (7, 4): Starter(
        orders=(3, 3),
        base_rounds=(
            "26 11 23 0 | 2 8 14 21 | 25 9 16 17 | 12 7 3 5 | 4 27 19 15 | 20 18 22 1 | 10 13 6 24",
        ),
    ),
}
"""(tables, people at each) -> base rounds."""


def known_rounds(tables: int, size: int, rounds: int) -> list[Round] | None:
    """Give that many rounds without a repeated meeting, or None where no construction here has so many."""
    for construction in (_tournament, _affine, _turned):
        found = construction(tables, size)
        if len(found) >= rounds:
            return found[:rounds]
    return None


def _tournament(tables: int, size: int) -> list[Round]:
    """Let all but one walk round a circle; who is opposite meets."""
    people = 2 * tables
    if size != 2:  # noqa: PLR2004 - a pair
        return []
    walking = people - 1
    return [
        [[people - 1, turn]]
        + [[(turn + step) % walking, (turn - step) % walking] for step in range(1, tables)]
        for turn in range(walking)
    ]


def _affine(tables: int, size: int) -> list[Round]:
    """Group the points of a space over the whole numbers modulo a prime by parallel lines."""
    dimension, points = 1, size
    while points < tables * size:
        points, dimension = points * size, dimension + 1
    prime = size > 1 and all(size % divisor for divisor in range(2, size))
    if points != tables * size or not prime:
        return []
    return [_parallel_lines(size, dimension, direction) for direction in _directions(size, dimension)]


def _directions(prime: int, dimension: int) -> Iterator[tuple[int, ...]]:
    """List the directions: vectors whose first number other than 0 is a 1."""
    for vector in product(range(prime), repeat=dimension):
        if next((number for number in vector if number), 0) == 1:
            yield vector


def _parallel_lines(prime: int, dimension: int, direction: tuple[int, ...]) -> Round:
    points = list(product(range(prime), repeat=dimension))
    number = {point: index for index, point in enumerate(points)}
    lines: Round = []
    seen: set[int] = set()
    for point in points:
        if number[point] not in seen:
            line = [
                number[tuple((p + step * d) % prime for p, d in zip(point, direction, strict=True))]
                for step in range(prime)
            ]
            seen.update(line)
            lines.append(line)
    return lines


def _turned(tables: int, size: int) -> list[Round]:
    starter = STARTERS.get((tables, size))
    return turn(starter) if starter else []


def turn(starter: Starter) -> list[Round]:
    """Turn the base rounds by every element of the group."""
    group = Group(orders=starter.orders, leading=0)
    base_rounds = [
        [[int(person) for person in table.split()] for table in text.split("|")]
        for text in starter.base_rounds
    ]
    people = sum(map(len, base_rounds[0]))
    moving = people // group.order * group.order

    def turned(person: int, by: int) -> int:
        if person >= moving:
            return person
        first = person // group.order * group.order
        return first + group.add(person - first, by)

    return [
        [[turned(person, by) for person in table] for table in base]
        for base in base_rounds
        for by in range(group.order)
    ]
