"""What happens when measurements are entered, taken out and taken in; nothing that stood there is lost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from cafe.actor import Actor
from cafe.clock import local
from cafe.commands import new_key
from cafe.errors import BadInput, NotFound, TooLate
from cafe.i18n import lazy
from cafe.perform import Result, action
from cafe.plans.actions.found import in_plan, worked_on
from cafe.plans.commands.indicators import (
    MOST_MEASUREMENTS,
    EnterMeasurement,
    RemoveMeasurement,
    RestoreMeasurement,
    TakeInMeasurements,
    TakenMeasurement,
)
from cafe.plans.model import EarlierMeasurement, Indicator, Measurement

Entry = EnterMeasurement | TakenMeasurement


@action(EnterMeasurement)
def enter_measurement(session: Session, _actor: Actor, command: EnterMeasurement, now: int) -> Result:
    """Enter a value for a day. Raises TooLate when another value that was not seen stands there."""
    worked_on(session, command.plan_id, now)
    indicator = in_plan(session, Indicator, command.plan_id, command.indicator_id)
    measurement = _enter(session, indicator, command, by_day(session, indicator.id), now)
    return {"measurement_id": measurement.id}


@action(TakeInMeasurements)
def take_in_measurements(session: Session, _actor: Actor, command: TakeInMeasurements, now: int) -> Result:
    """Take in measurements, all or none. Raises as entering each of them does."""
    worked_on(session, command.plan_id, now)
    indicator = in_plan(session, Indicator, command.plan_id, command.indicator_id)
    days = by_day(session, indicator.id)
    for entry in command.measurements:
        _enter(session, indicator, entry, days, now)
    return {"taken": len(command.measurements)}


@action(RemoveMeasurement)
def remove_measurement(session: Session, _actor: Actor, command: RemoveMeasurement, now: int) -> Result:
    """Take a measurement out."""
    worked_on(session, command.plan_id, now)
    _on_day(session, command).removed = True
    return {}


@action(RestoreMeasurement)
def restore_measurement(session: Session, _actor: Actor, command: RestoreMeasurement, now: int) -> Result:
    """Put a measurement back."""
    worked_on(session, command.plan_id, now)
    _on_day(session, command).removed = False
    return {}


def by_day(session: Session, indicator_id: str) -> dict[str, Measurement]:
    """Give the measurements of an indicator by their day, those taken out too."""
    query = select(Measurement).where(Measurement.indicator_id == indicator_id)
    return {row.taken_on: row for row in session.scalars(query)}


def _enter(
    session: Session, indicator: Indicator, entry: Entry, days: dict[str, Measurement], now: int
) -> Measurement:
    _require_day_has_come(entry.taken_on, now)
    there = days.get(entry.taken_on)
    if there is None:
        return _add(session, indicator, entry, days)
    _require_seen(there, entry)
    # A note that nobody speaks of stays: who mends a number has not taken back what happened that day.
    words = entry.words if "words" in entry.model_fields_set or there.removed else there.words
    if (there.value, there.words) != (entry.value, words):
        before = EarlierMeasurement(measurement_id=there.id, value=there.value, words=there.words, at=now)
        session.add(before)
    there.value, there.words, there.removed = entry.value, words, False
    return there


def _add(session: Session, indicator: Indicator, entry: Entry, days: dict[str, Measurement]) -> Measurement:
    if len(days) >= MOST_MEASUREMENTS:
        raise BadInput(lazy("An indicator holds up to %(most)s measurements.", most=MOST_MEASUREMENTS))
    measurement = Measurement(
        id=new_key(),
        stream_id=indicator.stream_id,
        plan=indicator.plan,
        indicator=indicator,
        taken_on=entry.taken_on,
        value=entry.value,
        words=entry.words,
        removed=False,
    )
    days[entry.taken_on] = measurement
    session.add(measurement)
    return measurement


def _require_seen(there: Measurement, entry: Entry) -> None:
    """Refuse to write over another value than the one that was seen; words alone may change."""
    if there.removed or there.value in {entry.value, entry.instead_of}:
        return
    raise TooLate(
        lazy(
            "%(value)s stands on that day already. Look at it before you write something else there.",
            value=there.value,
        ),
        field="taken_on",
    )


def _require_day_has_come(taken_on: str, now: int) -> None:
    """Refuse a day that has come nowhere yet; the sun rises earlier in the east."""
    latest = local(now).date() + timedelta(days=1)
    if taken_on > latest.isoformat():
        raise BadInput(
            lazy("This day has not come yet. Measurements are of what has been."), field="taken_on"
        )


def _on_day(session: Session, command: RemoveMeasurement | RestoreMeasurement) -> Measurement:
    in_plan(session, Indicator, command.plan_id, command.indicator_id)
    found: Mapping[str, Measurement] = by_day(session, command.indicator_id)
    if command.taken_on not in found:
        raise NotFound
    return found[command.taken_on]
