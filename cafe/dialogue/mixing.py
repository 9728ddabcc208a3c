"""How well a seating mixes people: figures beside what is possible at best, and who meets whom. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

from cafe.rotation import Bounds, Instance, Measure, Plan, find_bounds, measure

# From which part of the usual on a cell gets the next darker of the five classes of colour.
DARKER_FROM = (0.5, 0.85, 1.2, 1.6)
NOBODY_SAID = ""  # stands for people without an organisation


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What a plan achieves, and the least that any plan could."""

    found: Measure
    least: Bounds

    @property
    def new_share(self) -> int:
        """Tell how many of a hundred meetings are between people who have not met here before."""
        return share(self.found.new_meetings, self.found.meetings)

    @property
    def best_share(self) -> int:
        """Tell how many of a hundred could be new at best."""
        kept = self.found.meetings - self.found.new_meetings - self.found.repeats
        return share(self.found.meetings - max(0, kept) - self.least.repeats, self.found.meetings)


def share(part: int, whole: int) -> int:
    """Give a part in hundredths, rounded down, so that only all of it is a hundred."""
    return 100 if not whole else max(0, part) * 100 // whole


def figures_of(instance: Instance, plan: Plan) -> Figures:
    """Count what a plan achieves. Takes a third of a second for two thousand people."""
    return Figures(found=measure(instance, plan), least=find_bounds(instance))


def figures_from(data: Mapping[str, Any]) -> Figures:
    """Take figures that another process has counted."""
    return Figures(found=Measure(**data["measure"]), least=Bounds(**data["bounds"]))


@dataclass(frozen=True, kw_only=True)
class Alone:
    """Somebody who asked for company and would be the only one of their kind at a table."""

    person_id: str
    round: int
    table_id: str


def who_is_alone(instance: Instance, plan: Plan) -> list[Alone]:
    """Find where those who asked for company would have none, by round."""
    asking = [person for person in instance.people if person.company]
    if not asking:
        return []
    kind = {person.id: person.kind for person in instance.people}
    there = Counter(
        (table, number, kind.get(person))
        for person, tables in plan.items()
        for number, table in enumerate(tables, start=1)
        if table is not None
    )
    return [
        Alone(person_id=person.id, round=number, table_id=table)
        for number in range(1, instance.rounds + 1)
        for person in asking
        if (table := plan.get(person.id, (None,) * instance.rounds)[number - 1]) is not None
        and there[table, number, person.kind] == 1
    ]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """How many pairs of two organisations meet, of how many there are.

    `tint`, from 0 for none to 5, says how many that is beside what is usual in this hall.
    """

    met: int
    pairs: int
    tint: int


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """Organisations, the largest first, and a row of cells for each; the diagonal is colleagues."""

    names: tuple[str, ...]
    sizes: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @cached_property
    def never(self) -> int:
        """Count the pairs of organisations of which nobody meets anybody."""
        return sum(
            not cell.met and bool(cell.pairs)
            for place, row in enumerate(self.rows)
            for cell in row[place + 1 :]
        )


def who_meets_whom(plan: Plan, organisations: Mapping[str, str]) -> Matrix:
    """Count for all organisations how many pairs of their people share a table at least once."""
    home = {person: organisations.get(person, NOBODY_SAID) for person, tables in plan.items() if any(tables)}
    sizes = Counter(home.values())
    # Those who have said nothing come last: they are no organisation.
    names = sorted(sizes, key=lambda name: (name == NOBODY_SAID, -sizes[name], name.casefold()))
    met: Counter[tuple[str, str]] = Counter()
    for one, other in _pairs(plan):
        first, second = sorted((home[one], home[other]))
        met[first, second] += 1
    people = sum(sizes.values())
    usual = 2 * sum(met.values()) / max(1, people * (people - 1))
    return Matrix(
        names=tuple(names),
        sizes=tuple(sizes[name] for name in names),
        rows=tuple(tuple(_cell(met, sizes, row, column, usual) for column in names) for row in names),
    )


def _pairs(plan: Plan) -> set[tuple[str, str]]:
    groups: dict[tuple[int, str], list[str]] = {}
    for person, tables in plan.items():
        for number, table in enumerate(tables):
            if table is not None:
                groups.setdefault((number, table), []).append(person)
    return {pair for group in groups.values() for pair in combinations(sorted(group), 2)}


def _cell(met: Counter[tuple[str, str]], sizes: Counter[str], row: str, column: str, usual: float) -> Cell:
    first, second = sorted((row, column))
    pairs = sizes[row] * (sizes[row] - 1) // 2 if row == column else sizes[row] * sizes[column]
    count = met[first, second]
    # Any meeting at all is to be seen.
    tint = 1 + sum(count >= part * usual * pairs for part in DARKER_FROM) if count else 0
    return Cell(met=count, pairs=pairs, tint=tint)


def with_colleagues(plan: Plan, organisations: Mapping[str, str]) -> int:
    """Count the people who share a table with somebody of their own organisation in some round."""
    found: set[str] = set()
    for one, other in _pairs(plan):
        if one in organisations and organisations[one] == organisations.get(other):
            found |= {one, other}
    return len(found)
