"""Offset designs: every class of seats walks round the hall by steps of its own, and nobody meets twice.

Number the tables by an abelian group G. Seat class j holds one person per table; the person who starts
at x sits at x + d[j][r] in round r. Two people of one class never meet, and two of classes j and k meet at
most once if the differences d[j][r] - d[k][r] are all different over the rounds: the rows d are then part
of a difference matrix over G (Colbourn & Dinitz, Handbook of Combinatorial Designs, 2nd ed. 2007, VI.17). A
row of zeros stands for what never moves, topics and hosts: no row may show them the same difference twice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import TypeAlias

Row: TypeAlias = tuple[int, ...]
"""The offset of a seat class in every round, as an element of the group."""


MOST_MISSES = 30


@dataclass(frozen=True, kw_only=True)
class Group:
    """The sum of cyclic groups of these orders; an element is a whole number in mixed radix.

    The first `leading` orders number the topics, the others the tables of a topic.
    """

    orders: tuple[int, ...]
    leading: int

    @property
    def order(self) -> int:
        """Count the elements."""
        count = 1
        for order in self.orders:
            count *= order
        return count

    @property
    def cell(self) -> int:
        """Count the elements that share a topic."""
        count = 1
        for order in self.orders[self.leading :]:
            count *= order
        return count

    def add(self, one: int, other: int) -> int:
        """Add two elements."""
        return self._combine(one, other, 1)

    def subtract(self, one: int, other: int) -> int:
        """Take the second element from the first."""
        return self._combine(one, other, -1)

    def _combine(self, one: int, other: int, sign: int) -> int:
        result, weight = 0, 1
        for order in reversed(self.orders):
            result += (one % order + sign * (other % order)) % order * weight
            one, other, weight = one // order, other // order, weight * order
        return result


def _orders(number: int) -> list[tuple[int, ...]]:
    """List the abelian groups of an order, the cyclic one first."""
    choices: list[list[tuple[int, ...]]] = []
    left, prime = number, 2
    while left > 1:
        exponent = 0
        while left % prime == 0:
            left, exponent = left // prime, exponent + 1
        if exponent:
            choices.append(
                [tuple(prime**part for part in parts) for parts in _partitions(exponent, exponent)]
            )
        prime += 1
    found = [tuple(order for part in parts for order in part) for parts in product(*choices)]
    return [(number,), *[orders for orders in found if len(orders) > 1]] if number > 1 else [()]


def _partitions(number: int, largest: int) -> Iterator[tuple[int, ...]]:
    if number == 0:
        yield ()
    for part in range(min(number, largest), 0, -1):
        for rest in _partitions(number - part, part):
            yield (part, *rest)


def groups(topics: int, tables_per_topic: int) -> list[Group]:
    """List the groups that can number so many tables for each of so many topics."""
    return [
        Group(orders=leading + following, leading=len(leading))
        for leading in _orders(topics)
        for following in _orders(tables_per_topic)
    ]


@dataclass(frozen=True, kw_only=True)
class Task:
    """What rows are wanted: how many, over how many rounds, and what does not move.

    `new_topics` is how many different topics a row has to meet, `new_tables` how many tables.
    """

    group: Group
    rounds: int
    classes: int
    new_topics: int
    new_tables: int

    def fits(self, row: Row) -> bool:
        """Tell whether a row by itself meets topics and tables enough."""
        cell = self.group.cell
        return len(set(row)) >= self.new_tables and len({step // cell for step in row}) >= self.new_topics


def clashes(group: Group, one: Row, other: Row) -> int:
    """Count how often people of two classes meet again, for each table that the first starts from."""
    steps = {group.subtract(here, there) for here, there in zip(one, other, strict=True)}
    return len(one) - len(steps)


def straight_rows(task: Task) -> list[Row]:
    """Find rows in which every round takes the same step: the multiples of well-chosen elements.

    Two of them fit together if their elements differ by one whose order is at least the number of rounds.
    """
    group = task.group
    rows: list[Row] = []
    zero = (0,) * task.rounds
    for element in range(group.order):
        row = [0]
        while len(row) < task.rounds:
            row.append(group.add(row[-1], element))
        found = tuple(row)
        if task.fits(found) and _new_everywhere(group, found, rows):
            rows.append(found)
            if len(rows) == task.classes:
                return rows
        if element > 40 * task.classes:
            break
    return rows if task.fits(zero) or rows else []


def _new_everywhere(group: Group, row: Row, rows: Sequence[Row]) -> bool:
    return not any(clashes(group, row, other) for other in rows)


class RowSearch:
    """Look for rows at random, each fitting all the earlier ones; the fewest clashes win."""

    def __init__(self, task: Task, random: Random) -> None:
        """Take a task; nothing is searched yet."""
        self._task = task
        self._random = random
        self.tried = 0

    def run(self, tries: int) -> list[Row]:
        """Search until all rows are found or the tries are used up; rows that clash are left out."""
        best: list[Row] = []
        while self.tried < tries and len(best) < self._task.classes:
            rows = self._attempt()
            if len(rows) > len(best):
                best = rows
        return best

    def _attempt(self) -> list[Row]:
        rows: list[Row] = []
        misses = 0
        while len(rows) < self._task.classes and misses < MOST_MISSES:
            row = self._row(rows)
            if row is None:
                misses += 1
            else:
                rows.append(row)
        return rows

    def _row(self, rows: Sequence[Row]) -> Row | None:
        """Choose a row round by round; a round without a fitting step ends it."""
        group, row = self._task.group, [0]
        used = [{0} for _ in rows]
        topics = {0}
        for _ in range(1, self._task.rounds):
            step = self._step(rows, used, row, topics)
            if step is None:
                return None
            for other, seen in zip(rows, used, strict=True):
                seen.add(group.subtract(step, other[len(row)]))
            topics.add(step // group.cell)
            row.append(step)
        return tuple(row) if self._task.fits(tuple(row)) else None

    def _step(
        self, rows: Sequence[Row], used: list[set[int]], row: list[int], topics: set[int]
    ) -> int | None:
        task, group = self._task, self._task.group
        place = len(row)
        for step in self._random.sample(range(group.order), group.order):
            self.tried += 1
            if task.new_tables > place and step in row:
                continue
            if task.new_topics > place and step // group.cell in topics:
                continue
            if all(
                group.subtract(step, other[place]) not in seen for other, seen in zip(rows, used, strict=True)
            ):
                return step
        return None


def loose_rows(task: Task, rows: Sequence[Row], random: Random, tries: int) -> list[Row]:
    """Add the classes that are missing by rows that clash as little as chance finds."""
    found = list(rows)
    while len(found) < task.classes:
        best: Row | None = None
        least = -1
        for _ in range(tries):
            row = _random_row(task, random)
            cost = sum(clashes(task.group, row, other) for other in found)
            if best is None or cost < least:
                best, least = row, cost
            if least == 0:
                break
        found.append(best or (0,) * task.rounds)
    return found


def _random_row(task: Task, random: Random) -> Row:
    """Give any row with as many new topics and tables as are wanted."""
    for _ in range(200):
        topics = random.sample(range(task.group.order // task.group.cell), task.new_topics)
        steps = [topic * task.group.cell + random.randrange(task.group.cell) for topic in topics]
        while len(steps) < task.rounds:
            steps.append(random.randrange(task.group.order))
        random.shuffle(steps)
        row = tuple(task.group.subtract(step, steps[0]) for step in steps)
        if task.fits(row):
            return row
    return tuple(index % task.group.order for index in range(task.rounds))
