"""Words, numbers and days of indicators and their charts, as people of the reader's language say them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal
from flask_babel import get_locale, gettext

from cafe.i18n import lazy
from cafe.plans.commands.indicators import Direction, Frequency, IndicatorKind
from cafe.plans.run_chart.layout import Chart
from cafe.plans.run_chart.scale import DateStep
from cafe.plans.run_chart.signals import FEWEST_POINTS, Run

KINDS = {
    IndicatorKind.OUTCOME: lazy("What comes of it"),
    IndicatorKind.PROCESS: lazy("Whether it is done"),
    IndicatorKind.BALANCING: lazy("What else it leads to"),
}
DIRECTIONS = {Direction.UP: lazy("Up is the wished way"), Direction.DOWN: lazy("Down is the wished way")}
FREQUENCIES = {
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


def said_day(day: date | str) -> str:
    """Write a day: 8. februar 2027."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return str(format_date(day, "long", locale=get_locale()))


def short_day(day: date | str) -> str:
    """Write a day where there is little room: 8. feb. 2027."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return str(format_date(day, "medium", locale=get_locale()))


def said_tick(day: date, step: DateStep) -> str:
    """Write what begins on a day of the axis: a day, a month or a year."""
    skeleton = {"day": "MMMd", "month": "yMMM", "year": "y"}[step]
    return str(format_skeleton(skeleton, day, locale=get_locale()))


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
                "There are %(count)s now.",
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
        return gettext(
            "%(count)s measurements in a row lie above the median (%(when)s): something has changed.", **words
        )
    return gettext(
        "%(count)s measurements in a row lie below the median (%(when)s): something has changed.", **words
    )


def described(chart: Chart) -> str:
    """Tell what is on a chart, for those who do not see it."""
    if not chart.points:
        return ""
    return " ".join([*_figures(chart), *said_signals(chart)])


def _figures(chart: Chart) -> Iterator[str]:
    yield gettext(
        "%(count)s measurements, %(when)s: from %(low)s to %(high)s, the median is %(median)s.",
        count=len(chart.points),
        when=said_period(chart.points[0].on, chart.points[-1].on),
        low=said_number(min(chart.values)),
        high=said_number(max(chart.values)),
        median=said_number(chart.median or 0),
    )
    if chart.target is not None:
        yield gettext("The target is %(target)s.", target=said_number(chart.target))
    if chart.baseline is not None:
        yield gettext("The baseline is %(baseline)s.", baseline=said_number(chart.baseline))
