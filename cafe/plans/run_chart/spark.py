"""A chart as small as a word: the points, their median and the target, without words."""

from __future__ import annotations

from dataclasses import dataclass

from cafe.plans.run_chart.layout import Chart
from cafe.plans.run_chart.scale import DateScale

WIDTH, HEIGHT, ROOM = 160, 44, 5


@dataclass(frozen=True, kw_only=True)
class Spark:
    """Where everything of a small chart is drawn; heights are None where there is no such line."""

    path: str
    last: tuple[float, float]
    median: float | None
    target: float | None
    shift: bool


def spark_of(chart: Chart) -> Spark | None:
    """Lay a chart out as a spark; None without points."""
    if not chart.points:
        return None
    first, last = chart.points[0].on, chart.points[-1].on
    days = DateScale(first=first, last=last, step="day", ticks=())
    shown = [*map(float, chart.values), *([float(chart.target)] if chart.target is not None else [])]
    low, high = min(shown), max(shown)

    def height(value: float) -> float:
        part = (value - low) / (high - low) if high > low else 0.5
        return round(HEIGHT - ROOM - part * (HEIGHT - 2 * ROOM), 1)

    places = [
        (round(ROOM + days.part(point.on) * (WIDTH - 2 * ROOM), 1), height(float(point.value)))
        for point in chart.points
    ]
    median = chart.median
    return Spark(
        path="M" + "L".join(f"{x:g} {y:g}" for x, y in places),
        last=places[-1],
        median=None if median is None else height(float(median)),
        target=None if chart.target is None else height(float(chart.target)),
        shift=bool(chart.shifts),
    )
