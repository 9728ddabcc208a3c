"""How the tables of a hall are numbered by a group, so that an offset design can lead people round."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from cafe.rotation.bank import known_rounds
from cafe.rotation.hall import FREE, NONE, Hall
from cafe.rotation.offsets import Group, Row, RowSearch, Task, groups, loose_rows, straight_rows

FIRST_TRIES = 6_000
MORE_TRIES = 60_000
LOOSE_TRIES = 300


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Topics as rows and their tables as columns; a hole in the grid is NONE."""

    grid: tuple[tuple[int, ...], ...]
    new_topics: int
    new_tables: int

    @property
    def places(self) -> list[int]:
        """List the tables in the order of the group's elements."""
        return [place for row in self.grid for place in row]


@dataclass(frozen=True, kw_only=True)
class Design:
    """The routes on offer: `route[round][class][start]` is a table, or NONE where it leads to a hole."""

    route: list[list[list[int]]]
    starts: int
    perfect: bool
    steps: int


def lay_out(hall: Hall, random: Random) -> Layout:
    """Arrange the tables by topic where each keeps its topic, in one row where topics do not matter."""
    tables = [
        place for place in range(hall.real_tables) if any(place in open_now for open_now in hall.open_tables)
    ]
    random.shuffle(tables)
    rows = _by_topic(hall, tables)
    width = max(map(len, rows), default=0)
    if len(rows) * width > 2 * len(tables):
        rows, width = [[place] for place in tables], 1
    hosted = any(hall.hosts)
    one_topic = len(rows) == 1
    return Layout(
        grid=tuple(tuple(row + [NONE] * (width - len(row))) for row in rows),
        new_topics=1 if one_topic else min(hall.rounds, len(rows)),
        new_tables=min(hall.rounds, len(tables)) if hosted or not one_topic else 1,
    )


def _by_topic(hall: Hall, tables: list[int]) -> list[list[int]]:
    if all(len({row[place] for place in tables}) <= 1 for row in hall.topic):
        return [tables]
    if any(len({row[place] for row in hall.topic} - {NONE}) != 1 for place in tables):
        return [[place] for place in tables]
    by_topic: dict[int, list[int]] = {}
    for place in tables:
        topic = next(row[place] for row in hall.topic if row[place] != NONE)
        by_topic.setdefault(topic, []).append(place)
    return list(by_topic.values())


def find_design(hall: Hall, layout: Layout, people: Sequence[int], random: Random) -> Design:
    """Find routes for so many people on this layout: without a clash if at all possible."""
    starts = len(layout.places)
    classes = -(-len(people) // starts)
    width = len(layout.grid[0])
    tasks = [
        Task(
            group=group,
            rounds=hall.rounds,
            classes=classes,
            new_topics=layout.new_topics,
            new_tables=layout.new_tables,
        )
        for group in groups(len(layout.grid), width)
    ]
    rows, task, steps = _rows(tasks, random)
    perfect = len(rows) >= classes
    if not perfect:
        rows = loose_rows(task, rows, random, LOOSE_TRIES)
        steps += LOOSE_TRIES * (classes - len(rows))
    return Design(
        route=_routes(task.group, rows, layout.places, hall.rounds),
        starts=starts,
        perfect=perfect,
        steps=steps,
    )


def known_design(hall: Hall, layout: Layout, people: Sequence[int]) -> Design | None:
    """Give routes from the bank of known designs, where everybody moves and all tables are alike."""
    tables = [place for place in layout.places if place != NONE]
    size = len(people) // len(tables)
    if (
        layout.new_tables > 1
        or len(people) != hall.people
        or size * len(tables) != hall.people
        or any(len(open_now) != len(tables) for open_now in hall.open_tables)
        or any(place != FREE for row in hall.given for place in row)
    ):
        return None
    rounds = known_rounds(len(tables), size, hall.rounds)
    if rounds is None:
        return None
    route = [[[NONE] for _ in people] for _ in rounds]
    for index, groups_of_round in enumerate(rounds):
        for place, group in zip(tables, groups_of_round, strict=True):
            for person in group:
                route[index][person][0] = place
    return Design(route=route, starts=1, perfect=True, steps=0)


def _rows(tasks: list[Task], random: Random) -> tuple[list[Row], Task, int]:
    best: list[Row] = []
    best_task = tasks[0]
    steps = 0
    most = min(tasks[0].classes, _most_classes(tasks[0]))
    for tries in (0, FIRST_TRIES, MORE_TRIES):
        for task in tasks:
            if tries:
                search = RowSearch(task, random)
                rows = search.run(tries)
                steps += search.tried
            else:
                rows = straight_rows(task)
            if len(rows) > len(best):
                best, best_task = rows, task
            if len(best) >= most:
                return best, best_task, steps
    return best, best_task, steps


def _most_classes(task: Task) -> int:
    """Bound the rows of a design: in every round their differences to each other are all different."""
    if task.rounds == 1:
        return task.classes
    return task.group.order - (task.new_tables > 1)


def _routes(group: Group, rows: Sequence[Row], places: list[int], rounds: int) -> list[list[list[int]]]:
    shifted: dict[int, list[int]] = {}
    for row in rows:
        for step in row:
            if step not in shifted:
                shifted[step] = [places[group.add(start, step)] for start in range(group.order)]
    return [[shifted[row[index]] for row in rows] for index in range(rounds)]


def walkers(hall: Hall) -> list[int]:
    """List the people who have a seat to be found in some round."""
    return [person for person in range(hall.people) if any(row[person] == FREE for row in hall.given)]
