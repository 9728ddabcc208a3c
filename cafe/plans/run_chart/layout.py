"""Where everything of a run chart is drawn, in the units of its view box. Words and colours come later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from cafe.plans.run_chart.scale import DateScale, DateStep, NumberScale, date_scale, number_scale
from cafe.plans.run_chart.signals import Run, median_of, shifts_in

SayNumber = Callable[[Decimal], str]
# What stands at a tick: the year only at the first and where another one begins.
DayLabel = Literal["day", "day_of_year", "month", "month_of_year", "year"]
SayDay = Callable[[date, DayLabel], str]
LETTER = 8  # about as wide as a digit of the labels is
BRACKET = 14


@dataclass(frozen=True, kw_only=True)
class Point:
    """One measurement: its day, its value, and what is noted there."""

    on: date
    value: Decimal
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """What a chart shows: the points by day, and the lines beside them."""

    points: tuple[Point, ...]
    baseline: Decimal | None = None
    target: Decimal | None = None

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Give the values by day."""
        return tuple(point.value for point in self.points)

    @property
    def median(self) -> Decimal | None:
        """Give the median of all points shown."""
        return median_of(self.values)

    @property
    def shifts(self) -> list[Run]:
        """Give the runs that tell of a change."""
        return shifts_in(self.values)


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The size of a chart and how much it can hold: wide beside a table, narrow on a phone."""

    name: str
    width: int
    height: int
    right: int
    most_days: int
    most_steps: int


WIDE = Frame(name="wide", width=680, height=340, right=112, most_days=7, most_steps=5)
NARROW = Frame(name="narrow", width=340, height=260, right=16, most_days=4, most_steps=4)


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A place on an axis and what stands there."""

    at: float
    label: str


@dataclass(frozen=True, kw_only=True)
class Dot:
    """A point as drawn; `number` counts those with a note, `shift` is on in a run that tells of a change."""

    x: float
    y: float
    number: int
    shift: bool


@dataclass(frozen=True, kw_only=True)
class Line:
    """A level across the chart: its height, its value in words, and where its label stands."""

    kind: str
    y: float
    value: str
    label_y: float


@dataclass(frozen=True, kw_only=True)
class Bracket:
    """A run that tells of a change, spanned from its first to its last point."""

    left: float
    right: float
    y: float
    length: int
    above: bool


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """Everything of a chart in one frame."""

    frame: Frame
    left: float
    bottom: float
    top: float
    right: float
    numbers: tuple[Tick, ...]
    days: tuple[Tick, ...]
    path: str
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    brackets: tuple[Bracket, ...]


def drawn(chart: Chart, frame: Frame, say_number: SayNumber, say_day: SayDay) -> Drawing:
    """Lay a chart with at least one point out in a frame."""
    days = date_scale([point.on for point in chart.points], most_ticks=frame.most_days)
    levels = [level for level in (chart.baseline, chart.target) if level is not None]
    numbers = number_scale([*chart.values, *levels], most_steps=frame.most_steps)
    labels = [say_number(tick) for tick in numbers.ticks]
    shifts = chart.shifts
    # The count of a run that lies below stands under it, above the days.
    room = 2 * BRACKET if any(run.side == "below" for run in shifts) else 0
    place = _Place(frame, days, numbers, left=max(map(len, labels)) * LETTER + 14, room=room)
    dots = _dots(chart, place, shifts)
    return Drawing(
        frame=frame,
        left=place.left,
        top=place.top,
        right=place.right,
        bottom=place.bottom,
        numbers=tuple(
            Tick(at=place.y(tick), label=label) for tick, label in zip(numbers.ticks, labels, strict=True)
        ),
        days=_day_ticks(days, place, say_day),
        path="M" + "L".join(f"{dot.x:g} {dot.y:g}" for dot in dots),
        dots=dots,
        lines=_lines(chart, place, say_number),
        brackets=tuple(_bracket(run, dots) for run in shifts),
    )


class _Place:
    """Turns days and values into places in a frame."""

    def __init__(
        self, frame: Frame, days: DateScale, numbers: NumberScale, *, left: float, room: float
    ) -> None:
        self._days, self._numbers = days, numbers
        self.left = round(left, 1)
        self.right = float(frame.width - frame.right)
        self.top, self.bottom = 30.0, frame.height - 34.0
        self._lowest = self.bottom - room

    def x(self, day: date) -> float:
        """Give the place of a day, some room away from both ends."""
        room = 12
        return round(self.left + room + self._days.part(day) * (self.right - self.left - 2 * room), 1)

    def y(self, value: Decimal) -> float:
        """Give the height of a value."""
        return round(self._lowest - self._numbers.part(value) * (self._lowest - self.top), 1)


def _dots(chart: Chart, place: _Place, shifts: Sequence[Run]) -> tuple[Dot, ...]:
    median = chart.median
    dots, number = [], 0
    for index, point in enumerate(chart.points):
        number += bool(point.words)
        dots.append(
            Dot(
                x=place.x(point.on),
                y=place.y(point.value),
                number=number if point.words else 0,
                shift=point.value != median and any(run.first <= index <= run.last for run in shifts),
            )
        )
    return tuple(dots)


def _day_ticks(days: DateScale, place: _Place, say_day: SayDay) -> tuple[Tick, ...]:
    found, step = (days.ticks, days.step) if days.ticks else ((days.first,), "day")
    ticks, year = [], 0
    for day in found:
        ticks.append(Tick(at=place.x(day), label=say_day(day, _label(step, new=day.year != year))))
        year = day.year
    return tuple(ticks)


def _label(step: DateStep, *, new: bool) -> DayLabel:
    if step == "day":
        return "day_of_year" if new else "day"
    if step == "month":
        return "month_of_year" if new else "month"
    return "year"


def _lines(chart: Chart, place: _Place, say_number: SayNumber) -> tuple[Line, ...]:
    """Give the levels with their labels, which are moved apart where they would lie on each other."""
    levels = {"median": chart.median, "target": chart.target, "baseline": chart.baseline}
    there = [(kind, level) for kind, level in levels.items() if level is not None]
    lines: list[Line] = []
    lowest = place.top - BRACKET
    for kind, level in sorted(there, key=lambda each: each[1], reverse=True):
        label_y = max(place.y(level), lowest)
        lowest = label_y + 2 * LETTER
        lines.append(Line(kind=kind, y=place.y(level), value=say_number(level), label_y=label_y))
    return tuple(lines)


def _bracket(run: Run, dots: Sequence[Dot]) -> Bracket:
    """Span a run outside of its points: above those that lie above, below those that lie below."""
    heights = [dot.y for dot in dots[run.first : run.last + 1]]
    above = run.side == "above"
    y = min(heights) - BRACKET if above else max(heights) + BRACKET
    return Bracket(
        left=dots[run.first].x - 5,
        right=dots[run.last].x + 5,
        y=round(y, 1),
        length=run.length,
        above=above,
    )
