"""Indicators with their measurements, read in two queries however many there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.errors import NotFound
from cafe.plans.facts_kinds import IndicatorFacts, MeasurementFacts
from cafe.plans.model import EarlierMeasurement, Goal, Indicator, Measure, Measurement


def indicators_of(session: Session, plan_id: str, *, removed: bool = False) -> list[IndicatorFacts]:
    """Give the indicators of a plan in their order; those taken out instead when told so."""
    wanted = Indicator.removed if removed else ~Indicator.removed
    query = select(Indicator).where(Indicator.plan_id == plan_id, wanted)
    return _with_measurements(session, session.scalars(query.order_by(Indicator.position, Indicator.id)))


def indicator_facts(session: Session, plan_id: str, indicator_id: str) -> IndicatorFacts:
    """Give one indicator of a plan, taken out or not. Raises NotFound."""
    indicator = session.get(Indicator, indicator_id)
    if indicator is None or indicator.plan_id != plan_id:
        raise NotFound
    return _with_measurements(session, [indicator])[0]


def is_taken_out(session: Session, indicator_id: str) -> bool:
    """Tell whether an indicator has been taken out of its plan. It may be put back."""
    indicator = session.get(Indicator, indicator_id)
    return indicator is not None and indicator.removed


def _with_measurements(session: Session, found: Iterable[Indicator]) -> list[IndicatorFacts]:
    indicators = list(found)
    columns = (Measurement.indicator_id, Measurement.taken_on, Measurement.value, Measurement.words)
    query = select(*columns).where(Measurement.indicator_id.in_([row.id for row in indicators]))
    taken: dict[str, list[MeasurementFacts]] = {row.id: [] for row in indicators}
    for indicator_id, taken_on, value, words in session.execute(
        query.where(~Measurement.removed).order_by(Measurement.taken_on)
    ):
        taken[indicator_id].append(MeasurementFacts(taken_on=taken_on, value=value, words=words))
    return [_facts(row, tuple(taken[row.id])) for row in indicators]


def _facts(row: Indicator, measurements: tuple[MeasurementFacts, ...]) -> IndicatorFacts:
    return IndicatorFacts(
        id=row.id,
        goal_id=row.goal_id,
        measure_id=row.measure_id,
        title=row.title,
        kind=row.kind,
        unit=row.unit,
        direction=row.direction,
        baseline=row.baseline,
        baseline_on=row.baseline_on,
        target=row.target,
        target_on=row.target_on,
        frequency=row.frequency,
        owner=row.owner,
        measurements=measurements,
    )


@dataclass(frozen=True, kw_only=True)
class Past:
    """What stood on a day before; `removed` when it was taken out, else when something else was entered."""

    taken_on: str
    value: str
    words: str
    at: int | None

    @property
    def removed(self) -> bool:
        """Tell whether it was taken out, and can be put back."""
        return self.at is None


def past_of(session: Session, indicator_id: str) -> list[Past]:
    """Give what is no longer on an indicator's chart: taken out, or written over. The newest day first."""
    out = select(Measurement).where(Measurement.indicator_id == indicator_id, Measurement.removed)
    past = [
        Past(taken_on=row.taken_on, value=row.value, words=row.words, at=None) for row in session.scalars(out)
    ]
    query = (
        select(EarlierMeasurement, Measurement.taken_on)
        .join(Measurement, Measurement.id == EarlierMeasurement.measurement_id)
        .where(Measurement.indicator_id == indicator_id)
        .order_by(EarlierMeasurement.id)
    )
    past += [
        Past(taken_on=taken_on, value=row.value, words=row.words, at=row.at)
        for row, taken_on in session.execute(query)
    ]
    return sorted(past, key=lambda each: each.taken_on, reverse=True)


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A goal or a measure that an indicator may belong to."""

    kind: str
    id: str
    title: str


def what_may_be_measured(session: Session, plan_id: str) -> list[Measured]:
    """Give the goals and measures of a plan, in their order."""
    found = []
    for kind, model in (("goal", Goal), ("measure", Measure)):
        query = select(model.id, model.title).where(model.plan_id == plan_id, ~model.removed)
        found += [
            Measured(kind=kind, id=row.id, title=row.title)
            for row in session.execute(query.order_by(model.position, model.id))
        ]
    return found
