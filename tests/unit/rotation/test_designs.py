"""The constructions: nobody meets twice, and nobody sits twice."""

from itertools import combinations
from random import Random

import pytest

from cafe.rotation.bank import known_rounds
from cafe.rotation.offsets import RowSearch, Task, clashes, groups, straight_rows


@pytest.mark.parametrize(
    ("tables", "size", "rounds"),
    [(5, 3, 7), (6, 4, 7), (6, 5, 6), (7, 4, 9), (9, 3, 13), (5, 5, 6), (7, 7, 8), (10, 2, 19)],
)
def test_known_rounds_bring_nobody_together_twice(tables: int, size: int, rounds: int) -> None:
    found = known_rounds(tables, size, rounds)
    assert found is not None
    pairs = [frozenset(pair) for groups_ in found for group in groups_ for pair in combinations(group, 2)]
    assert len(pairs) == len(set(pairs))
    for groups_ in found:
        assert sorted(person for group in groups_ for person in group) == list(range(tables * size))


def test_what_is_not_known_is_not_made_up() -> None:
    assert known_rounds(6, 6, 3) is None


@pytest.mark.parametrize(
    ("topics", "width", "rounds", "classes"), [(12, 1, 4, 8), (5, 5, 4, 7), (25, 1, 4, 8), (10, 1, 3, 6)]
)
def test_rows_fit_each_other_and_bring_no_topic_back(
    topics: int, width: int, rounds: int, classes: int
) -> None:
    group = groups(topics, width)[0]
    task = Task(group=group, rounds=rounds, classes=classes, new_topics=rounds, new_tables=rounds)
    rows = straight_rows(task)
    if len(rows) < classes:
        rows = RowSearch(task, Random(1)).run(20_000)
    assert len(rows) == classes
    assert not any(clashes(group, one, other) for one, other in combinations(rows, 2))
    assert all(len({step // width for step in row}) == rounds for row in rows)
