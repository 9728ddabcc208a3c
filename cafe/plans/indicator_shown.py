"""An indicator as pages show it: its chart in both frames, its spark, and what is due. For any template.

`shown_in(session, plan_id, today)` gives all of a plan for the list with small charts:
`{% from "macros/run_chart.html" import indicator_list %}{{ indicator_list(shown) }}`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from cafe.plans.due import Rhythm, next_due
from cafe.plans.facts import IndicatorFacts
from cafe.plans.indicator_charts import chart_of
from cafe.plans.indicator_words import described, said_number, said_signals, said_tick
from cafe.plans.queries.due import rhythms_in
from cafe.plans.queries.indicators import indicator_facts, indicators_of, is_taken_out
from cafe.plans.run_chart.layout import NARROW, WIDE, Chart, Drawing, drawn
from cafe.plans.run_chart.spark import Spark, spark_of


@dataclass(frozen=True, kw_only=True)
class Note:
    """What is noted at a point of the chart, under its number there."""

    number: int
    on: date
    words: str


@dataclass(frozen=True)
class ShownIndicator:
    """An indicator as it stands on a day. What is drawn is laid out when a page asks for it."""

    facts: IndicatorFacts
    rhythm: Rhythm
    today: date
    removed: bool = False

    @cached_property
    def chart(self) -> Chart:
        """Give what its run chart shows."""
        return chart_of(self.facts)

    @cached_property
    def drawings(self) -> tuple[Drawing, ...]:
        """Give the chart laid out wide and narrow; nothing without measurements."""
        if not self.chart.points:
            return ()
        return tuple(drawn(self.chart, frame, said_number, said_tick) for frame in (WIDE, NARROW))

    @cached_property
    def spark(self) -> Spark | None:
        """Give the chart as small as a word."""
        return spark_of(self.chart)

    @property
    def description(self) -> str:
        """Tell what is on the chart, for those who do not see it."""
        return described(self.chart)

    @property
    def signals(self) -> list[str]:
        """Tell in words what the chart says of change."""
        return said_signals(self.chart)

    @property
    def notes(self) -> list[Note]:
        """Give what is noted on the chart, by day."""
        noted = [point for point in self.chart.points if point.words]
        return [Note(number=number, on=each.on, words=each.words) for number, each in enumerate(noted, 1)]

    @property
    def due_on(self) -> date | None:
        """Give the day of the next measurement."""
        last = self.facts.last
        return next_due(self.rhythm, date.fromisoformat(last.taken_on) if last else None)

    @property
    def is_due(self) -> bool:
        """Tell whether the day of the next measurement has come."""
        return self.due_on is not None and self.due_on <= self.today


def shown_in(session: Session, plan_id: str, today: date, *, removed: bool = False) -> list[ShownIndicator]:
    """Give the indicators of a plan in their order; those taken out instead when told so."""
    rhythms = rhythms_in(session, plan_id)
    found = indicators_of(session, plan_id, removed=removed)
    return [ShownIndicator(facts, rhythms[facts.id], today, removed) for facts in found]


def shown(session: Session, plan_id: str, indicator_id: str, today: date) -> ShownIndicator:
    """Give one indicator of a plan. Raises NotFound."""
    facts = indicator_facts(session, plan_id, indicator_id)
    removed = is_taken_out(session, indicator_id)
    return ShownIndicator(facts, rhythms_in(session, plan_id)[facts.id], today, removed)
