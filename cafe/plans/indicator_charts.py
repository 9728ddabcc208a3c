"""The charts of indicators in whatever form a page has their facts: kept, or frozen in a version."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from cafe.plans.run_chart.layout import Chart, Point
from cafe.plans.run_chart.spark import Spark, spark_of


class Taken(Protocol):
    """One value on a day, as decimal text."""

    @property
    def taken_on(self) -> str:
        """Give the day."""

    @property
    def value(self) -> str:
        """Give the number."""

    @property
    def words(self) -> str:
        """Give what is noted there."""


class HasMeasurements(Protocol):
    """What a chart is made of."""

    @property
    def measurements(self) -> Sequence[Taken]:
        """Give the measurements by day."""

    @property
    def baseline(self) -> str | None:
        """Give the value before."""

    @property
    def target(self) -> str | None:
        """Give the value aimed at."""


def chart_of(facts: HasMeasurements) -> Chart:
    """Give what the run chart of an indicator shows."""
    return Chart(
        points=tuple(
            Point(on=date.fromisoformat(each.taken_on), value=Decimal(each.value), words=each.words)
            for each in facts.measurements
        ),
        baseline=None if facts.baseline is None else Decimal(facts.baseline),
        target=None if facts.target is None else Decimal(facts.target),
    )


def spark_for(facts: HasMeasurements) -> Spark | None:
    """Give the chart of an indicator as small as a word; None without measurements."""
    return spark_of(chart_of(facts))
