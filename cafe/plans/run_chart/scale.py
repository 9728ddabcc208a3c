"""Scales with round steps: numbers that are easy to read off, and days where months and years begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

MOST_STEPS = 5
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
# From this part of the highest value on, leaving zero out shows more than it hides.
_NEAR_ZERO = Decimal("0.34")
DateStep = Literal["day", "month", "year"]
# (unit, how many of them): the first that gives few enough days is taken.
_DATE_STEPS: tuple[tuple[DateStep, int], ...] = (
    *((("day", count)) for count in (1, 2, 7, 14)),
    *((("month", count)) for count in (1, 2, 3, 6)),
    *((("year", count)) for count in (1, 2, 5, 10, 20, 50, 100)),
)
_LONGEST: dict[DateStep, int] = {"day": 1, "month": 31, "year": 366}
_FIRST_YEAR, _LAST_YEAR = 1, 9998


@dataclass(frozen=True, kw_only=True)
class NumberScale:
    """From the lowest to the highest of `ticks`."""

    ticks: tuple[Decimal, ...]

    def part(self, value: Decimal) -> float:
        """Tell how far up a value lies, from 0 to 1."""
        low, high = self.ticks[0], self.ticks[-1]
        return float((value - low) / (high - low))


@dataclass(frozen=True, kw_only=True)
class DateScale:
    """From the first to the last day; `ticks` are days between at which something begins."""

    first: date
    last: date
    step: DateStep
    ticks: tuple[date, ...]

    def part(self, day: date) -> float:
        """Tell how far along a day lies, from 0 to 1; a day alone lies in the middle."""
        days = (self.last - self.first).days
        return (day - self.first).days / days if days else 0.5


def number_scale(values: Sequence[Decimal], *, most_steps: int = MOST_STEPS) -> NumberScale:
    """Give a scale on which all values lie, with round steps; from zero on when that is not far."""
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(1))
    if low >= 0 and low <= high * _NEAR_ZERO:
        low = Decimal(0)
    if high <= 0 and high >= low * _NEAR_ZERO:
        high = Decimal(0)
    if low == high:
        room = max(abs(low) / 10, Decimal(1))
        low, high = low - room, high + room
    step = _round_step((high - low) / most_steps)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    return NumberScale(ticks=tuple((first + count) * step for count in range(int(last - first) + 1)))


def _round_step(least: Decimal) -> Decimal:
    magnitude = Decimal(10) ** least.adjusted()
    return next(step * magnitude for step in _STEPS if step * magnitude >= least)


def date_scale(days: Sequence[date], *, most_ticks: int) -> DateScale:
    """Give a scale from the first to the last day, with up to so many ticks on round days."""
    first, last = min(days), max(days)
    step: DateStep = "year"
    ticks: tuple[date, ...] = ()
    for step, count in _DATE_STEPS:
        if (last - first).days > (most_ticks + 1) * _LONGEST[step] * count:
            continue  # far too many, and long to count
        ticks = tuple(_round_days(first, last, step, count))
        if len(ticks) <= most_ticks:
            break
    return DateScale(first=first, last=last, step=step, ticks=ticks)


def _round_days(first: date, last: date, step: DateStep, count: int) -> Iterator[date]:
    """Give the days on which every `count`th day, month or year begins, counted from a round one."""
    if step == "day":
        # Weeks begin on Mondays, as calendars here do.
        start = first if count < 7 else first - timedelta(days=first.weekday())  # noqa: PLR2004 - a week
        yield from _days(start, first, last, count)
        return
    months = count * 12 if step == "year" else count
    number = first.year * 12 + first.month - 1
    number -= number % months
    while number // 12 <= min(last.year, _LAST_YEAR):
        if number // 12 >= _FIRST_YEAR:
            day = date(number // 12, number % 12 + 1, 1)
            if first <= day <= last:
                yield day
        number += months


def _days(start: date, first: date, last: date, count: int) -> Iterator[date]:
    day = start
    while day <= last:
        if day >= first:
            yield day
        day += timedelta(days=count)
