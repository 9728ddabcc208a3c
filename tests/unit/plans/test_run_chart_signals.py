"""Medians and shifts against published examples, other implementations and a slow one of our own."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafe.plans.run_chart.signals import median_of, runs_around, shifts_in


def numbers(*values: float) -> list[Decimal]:
    return [Decimal(str(value)) for value in values]


# QuEST Mental Health (NHS Scotland), "Data for Improvement Network: Run Charts", worked example "NHS
# Somewhere": appointments not attended, January 2011 to January 2013. The values and their order by size are
# read from the published slides, where the 13th of 25 is the 7 of February 2012.
NOT_ATTENDED = numbers(9, 8, 9, 6, 7, 5, 6, 8, 9, 6, 7, 6, 6, 7, 9, 9, 8, 6, 7, 8, 6, 8, 7, 5, 4)

# runcharter (John MacKintosh), the made-up data of "WardX", January 2014 to July 2018. What is expected was
# computed by that implementation and is read from its tests: the median of the first nine points is 11, and
# the first run of nine on one side of it goes from December 2016 to August 2017, below, around a median of 6.
WARD_X = numbers(
    *(9, 22, 19, 18, 8, 7, 11, 11, 11, 12, 2, 8, 9, 6, 7, 11, 11, 11, 21, 12, 21, 12, 21, 13, 5, 6, 4, 15),
    *(12, 7, 14, 7, 9, 13, 13, 7, 5, 4, 10, 4, 9, 4, 8, 6, 9, 9, 4, 5, 2, 6, 16, 8, 7, 6, 4),
)
DECEMBER_2016, AUGUST_2017 = 35, 43


def test_the_median_of_a_published_example() -> None:
    assert median_of(NOT_ATTENDED) == 7
    assert shifts_in(NOT_ATTENDED) == []


def test_the_median_of_an_even_number_of_points_lies_between_the_two_in_the_middle() -> None:
    # Read from D. Ehrich, "Run Charts: Understanding What They Are and How They Are Used" (2008), after
    # Balestracci and Barlow: the third of six is 4 and the next is 5, so the median is 4.5. The rest is ours.
    assert median_of(numbers(8, 1, 5, 3, 11, 4)) == Decimal("4.5")


def test_runs_that_another_implementation_found() -> None:
    baseline = median_of(WARD_X[:9])
    assert baseline == 11
    found = next(run for run in runs_around(WARD_X[9:], baseline) if run.length >= 9)
    assert (found.side, found.first + 9) == ("below", DECEMBER_2016)
    assert found.last + 9 >= AUGUST_2017
    assert median_of(WARD_X[DECEMBER_2016 : AUGUST_2017 + 1]) == 6


def test_points_on_the_median_are_left_out_as_another_implementation_does() -> None:
    # Boost.Math documents this series with the statistic -0.7637626 of the runs test about its median. It was
    # computed with values equal to the median ignored, from the number of runs and of points on each side.
    series = numbers(1, 2, 3, 4, 5, 1, 2, 3, 4, 5)
    runs = runs_around(series, Decimal(3))
    above = sum(run.length for run in runs if run.side == "above")
    below = sum(run.length for run in runs if run.side == "below")
    both = 2 * above * below
    expected = both / (above + below) + 1
    variance = both * (both - above - below) / ((above + below) ** 2 * (above + below - 1))
    assert (len(runs) - expected) / math.sqrt(variance) == pytest.approx(-0.7637626, abs=1e-7)


# By hand, after the rule in words: Perla, Provost and Murray 2011.
@pytest.mark.parametrize(
    ("series", "lengths"),
    [
        pytest.param([1, 1, 1, 1, 1, 9, 9, 9, 9, 9], [], id="five on each side are no shift"),
        pytest.param([1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9], [6, 6], id="six on each side are two"),
        pytest.param([1, 1, 1, 1, 9, 9, 9, 9], [], id="eight points tell nothing yet"),
        pytest.param([1, 1, 1, 1, 9, 9, 9, 9, 9], [], id="nine neither"),
        pytest.param(
            [9, 9, 9, 5, 9, 9, 9, 1, 1, 1, 1, 1, 1], [6, 6], id="one on the median does not break a run"
        ),
        pytest.param(
            [9, 9, 9, 5, 5, 9, 9, 1, 1, 1, 9, 1, 1], [], id="those on the median do not count either"
        ),
        pytest.param([4] * 12, [], id="all on the median"),
        pytest.param([1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9], [], id="rising all the time is no shift by itself"),
    ],
)
def test_the_rule_in_words(series: list[float], lengths: list[int]) -> None:
    assert [run.length for run in shifts_in(numbers(*series))] == lengths


def slow_shifts(values: Sequence[Decimal]) -> set[tuple[int, int, int]]:
    """Find every stretch without a point on the other side that cannot be longer and holds six that count."""
    if len(values) < 10:
        return set()
    middle = median(values)
    found = set()
    for sign in (1, -1):
        sides = [(value > middle) - (value < middle) for value in values]
        for first in range(len(sides)):
            for last in range(first, len(sides)):
                stretch = sides[first : last + 1]
                ends_count = stretch[0] == stretch[-1] == sign
                # What lies outside, points on the median left out, is the other side or nothing.
                before = next((side for side in reversed(sides[:first]) if side), -sign)
                after = next((side for side in sides[last + 1 :] if side), -sign)
                whole = -sign not in stretch and before == after == -sign
                if ends_count and whole and stretch.count(sign) >= 6:
                    found.add((first, last, stretch.count(sign)))
    return found


@settings(deadline=None)
@given(st.lists(st.integers(-4, 4).map(Decimal), max_size=40))
def test_a_slow_way_finds_the_same(values: list[Decimal]) -> None:
    assert {(run.first, run.last, run.length) for run in shifts_in(values)} == slow_shifts(values)


@settings(deadline=None)
@given(st.lists(st.decimals(-(10**6), 10**6, places=2), min_size=1, max_size=60))
def test_half_of_the_points_lie_on_each_side_of_the_median(values: list[Decimal]) -> None:
    middle = median_of(values)
    assert middle == median(values)
    assert sum(value > middle for value in values) <= len(values) / 2
    assert sum(value < middle for value in values) <= len(values) / 2


@settings(deadline=None)
@given(st.lists(st.integers(-4, 4).map(Decimal), max_size=40), st.integers(-4, 4).map(Decimal))
def test_runs_take_turns_and_hold_every_point_that_is_not_on_the_line(
    values: list[Decimal], centre: Decimal
) -> None:
    runs = runs_around(values, centre)
    assert sum(run.length for run in runs) == sum(value != centre for value in values)
    assert all(one.side != next_.side and one.last < next_.first for one, next_ in pairwise(runs))
