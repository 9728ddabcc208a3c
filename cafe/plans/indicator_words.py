"""Words, numbers and days of indicators and their charts, as people of the reader's language say them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from babel.dates import format_interval, format_skeleton
from babel.numbers import format_decimal
from flask_babel import get_locale, gettext, ngettext

from cafe.days import said_day
from cafe.i18n import Message, lazy
from cafe.plans.commands.indicators import Direction, Frequency, IndicatorKind
from cafe.plans.run_chart.layout import Chart, DayLabel
from cafe.plans.run_chart.signals import FEWEST_POINTS, Run

KINDS: dict[StrEnum, Message] = {
    IndicatorKind.OUTCOME: lazy("Outcome: what comes of it"),
    IndicatorKind.PROCESS: lazy("Process: whether it is done"),
    IndicatorKind.BALANCING: lazy("Balancing: what else it leads to"),
}
DIRECTIONS: dict[StrEnum, Message] = {
    Direction.UP: lazy("It should go up"),
    Direction.DOWN: lazy("It should go down"),
}
FREQUENCIES: dict[StrEnum, Message] = {
    Frequency.WEEKLY: lazy("Every week"),
    Frequency.MONTHLY: lazy("Every month"),
    Frequency.QUARTERLY: lazy("Every quarter"),
    Frequency.GATHERING: lazy("For each gathering"),
}


def said_number(number: Decimal | str) -> str:
    """Write a number as people do, with all its decimals."""
    return str(format_decimal(Decimal(number), locale=get_locale(), decimal_quantization=False))


def typed_number(number: str | None) -> str:
    """Write a number as people type it: without signs between thousands."""
    if number is None:
        return ""
    return str(
        format_decimal(
            Decimal(number), locale=get_locale(), decimal_quantization=False, group_separator=False
        )
    )


_TICKS: dict[DayLabel, str] = {
    "day": "MMMd",
    "day_of_year": "yMMMd",
    "month": "MMM",
    "month_of_year": "yMMM",
    "year": "y",
}


def said_tick(day: date, label: DayLabel) -> str:
    """Write what begins on a day of the axis: a day, a month or a year."""
    return str(format_skeleton(_TICKS[label], day, locale=get_locale()))


def said_period(first: date, last: date) -> str:
    """Write from when to when."""
    if first == last:
        return said_day(first)
    return str(format_interval(first, last, skeleton="yMMMMd", locale=get_locale()))


def said_signals(chart: Chart) -> list[str]:
    """Tell in words what the chart says of change, judging nothing."""
    if not chart.points:
        return []
    if len(chart.points) < FEWEST_POINTS:
        return [
            gettext(
                "From %(most)s measurements on, the chart also tells when something has changed. "
                "Entered so far: %(count)s.",
                most=FEWEST_POINTS,
                count=len(chart.points),
            )
        ]
    return [_said_shift(chart, run) for run in chart.shifts] or [
        gettext(
            "Nowhere do six measurements in a row lie on one side of the median: no change to be seen yet."
        )
    ]


def _said_shift(chart: Chart, run: Run) -> str:
    words = {
        "count": run.length,
        "when": said_period(chart.points[run.first].on, chart.points[run.last].on),
    }
    if run.side == "above":
        told = gettext(
            "%(count)s measurements in a row lie above the median (%(when)s): something has changed.", **words
        )
    else:
        told = gettext(
            "%(count)s measurements in a row lie below the median (%(when)s): something has changed.", **words
        )
    return str(told)


def described(chart: Chart) -> str:
    """Tell what is on a chart, for those who do not see it."""
    if not chart.points:
        return ""
    return " ".join([*_figures(chart), *said_signals(chart)])


def _figures(chart: Chart) -> Iterator[str]:
    yield ngettext(
        "%(num)s measurement, %(when)s: %(low)s.",
        "%(num)s measurements, %(when)s: from %(low)s to %(high)s, the median is %(median)s.",
        len(chart.points),
        when=said_period(chart.points[0].on, chart.points[-1].on),
        low=said_number(min(chart.values)),
        high=said_number(max(chart.values)),
        median=said_number(chart.median or Decimal(0)),
    )
    if chart.target is not None:
        yield gettext("The target is %(target)s.", target=said_number(chart.target))
    if chart.baseline is not None:
        yield gettext("The baseline is %(baseline)s.", baseline=said_number(chart.baseline))
