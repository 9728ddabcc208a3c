"""Scales and the places of everything in a chart."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cafe.plans.run_chart.layout import NARROW, WIDE, Chart, DayLabel, Drawing, Frame, Point, drawn
from cafe.plans.run_chart.scale import date_scale, number_scale
from cafe.plans.run_chart.spark import HEIGHT, WIDTH, spark_of

DAY = date(2027, 1, 1)
NUMBERS = st.decimals(Decimal(-(10**11)), Decimal(10**11), places=4)
CHARTS = st.builds(
    lambda found, baseline, target: Chart(
        points=tuple(
            Point(on=DAY + timedelta(days=day), value=value, words="here" if day % 7 == 0 else "")
            for day, value in sorted(found.items())
        ),
        baseline=baseline,
        target=target,
    ),
    st.dictionaries(st.integers(0, 40_000), NUMBERS, min_size=1, max_size=30),
    st.none() | NUMBERS,
    st.none() | NUMBERS,
)


def said(number: Decimal) -> str:
    return f"{number:f}"


def said_day(day: date, label: DayLabel) -> str:
    return f"{day} {label}"


def drawing_of(*values: str, frame: Frame = WIDE, target: str | None = None) -> Drawing:
    points = tuple(
        Point(on=DAY + timedelta(days=30 * place), value=Decimal(value)) for place, value in enumerate(values)
    )
    chart = Chart(points=points, target=None if target is None else Decimal(target))
    return drawn(chart, frame, said, said_day)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        (["3", "9"], "0 2 4 6 8 10"),
        (["2.5", "4.4"], "2.5 3.0 3.5 4.0 4.5"),
        (["12.1", "13.4"], "12.00 12.50 13.00 13.50"),
        (["62", "100"], "60 70 80 90 100"),
        (["0", "0.4"], "0.0 0.1 0.2 0.3 0.4"),
        (["-4", "3"], "-4 -2 0 2 4"),
        (["-90", "-10"], "-100 -80 -60 -40 -20 0"),
        (["5", "5"], "4 4.5 5 5.5 6"),
    ],
)
def test_numbers_have_round_steps(values: list[str], ticks: str) -> None:
    found = number_scale([Decimal(value) for value in values]).ticks
    assert found == tuple(map(Decimal, ticks.split()))


@pytest.mark.parametrize(
    ("days", "most", "step", "first", "count"),
    [
        (3, 7, "day", date(2027, 1, 1), 4),
        (30, 7, "day", date(2027, 1, 4), 4),
        (200, 7, "month", date(2027, 1, 1), 7),
        (700, 7, "month", date(2027, 1, 1), 4),
        (5_000, 7, "year", date(2028, 1, 1), 7),
        (60_000, 4, "year", date(2050, 1, 1), 3),
    ],
)
def test_days_begin_weeks_months_or_years(days: int, most: int, step: str, first: date, count: int) -> None:
    scale = date_scale([DAY, DAY + timedelta(days=days)], most_ticks=most)
    assert (scale.step, scale.ticks[0], len(scale.ticks)) == (step, first, count)


@settings(deadline=None, max_examples=40)
@given(CHARTS, st.sampled_from([WIDE, NARROW]))
def test_everything_lies_inside_of_the_frame(chart: Chart, frame: Frame) -> None:
    drawing = drawn(chart, frame, said, said_day)
    for dot in drawing.dots:
        assert drawing.left <= dot.x <= drawing.right
        assert drawing.top <= dot.y <= drawing.bottom
    for line in drawing.lines:
        assert drawing.top <= line.y <= drawing.bottom
    for bracket in drawing.brackets:
        assert 14 < bracket.y <= drawing.bottom - 13  # its count has room as well
        assert bracket.left < bracket.right
    assert 1 <= len(drawing.days) <= frame.most_days
    assert 2 <= len(drawing.numbers) <= frame.most_steps + 3
    assert [dot.x for dot in drawing.dots] == sorted(dot.x for dot in drawing.dots)


@settings(deadline=None, max_examples=40)
@given(CHARTS)
def test_a_spark_lies_inside_too(chart: Chart) -> None:
    spark = spark_of(chart)
    assert spark is not None
    assert 0 < spark.last[0] < WIDTH
    for height in (spark.last[1], spark.median, spark.target):
        assert height is None or 0 < height < HEIGHT


def test_labels_of_lines_that_lie_close_are_moved_apart() -> None:
    lines = drawing_of("10", "10", "10", target="10.1").lines
    heights = [line.label_y for line in lines]
    assert [line.kind for line in lines] == ["target", "median"]
    assert heights[1] - heights[0] >= 16


def test_only_points_off_the_median_are_marked_in_a_shift() -> None:
    drawing = drawing_of("9", "9", "9", "5", "9", "9", "9", "1", "1", "1", "1", "1", "1")
    assert [dot.shift for dot in drawing.dots] == [True] * 3 + [False] + [True] * 9
    assert [(bracket.length, bracket.above) for bracket in drawing.brackets] == [(6, True), (6, False)]


def test_a_single_point_lies_in_the_middle_and_has_a_day() -> None:
    drawing = drawing_of("3", frame=NARROW)
    assert [tick.label for tick in drawing.days] == ["2027-01-01 day_of_year"]
    assert drawing.dots[0].x == pytest.approx((drawing.left + drawing.right) / 2, abs=0.1)


def test_nothing_to_draw_is_no_spark() -> None:
    assert spark_of(Chart(points=())) is None


def test_the_year_stands_at_the_first_day_and_where_another_begins() -> None:
    labels = [tick.label for tick in drawing_of(*"1234567890123456").days]
    assert labels[0] == "2027-01-01 month_of_year"
    assert "2028-01-01 month_of_year" in labels
    assert [label.split()[1] for label in labels].count("month_of_year") == 2
