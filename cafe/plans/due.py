"""When the next measurement is due. Pure."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from cafe.plans.commands.indicators import Frequency

WEEK = timedelta(days=7)
# A measurement for a gathering may be taken within the four weeks before it.
BEFORE_GATHERING = timedelta(days=28)
_MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3}


@dataclass(frozen=True, kw_only=True)
class Rhythm:
    """What decides when an indicator is due: how often, since when, and the gathering that is to come."""

    frequency: Frequency
    begins: date
    gathering: date | None = None


def next_due(rhythm: Rhythm, last: date | None) -> date | None:
    """Give the day the next measurement is due, or None when nothing more is.

    The first one is due when the plan begins. After that it is a week, a month or a quarter after the last;
    a month later is the same day of the month, or its last. What is measured for gatherings is due on the day
    of the one the plan leads to, unless it was taken within the weeks before.
    """
    if rhythm.frequency == Frequency.GATHERING:
        if rhythm.gathering is None:
            return rhythm.begins if last is None else None
        taken = last is not None and last >= rhythm.gathering - BEFORE_GATHERING
        return None if taken else rhythm.gathering
    if last is None:
        return rhythm.begins
    if rhythm.frequency == Frequency.WEEKLY:
        return last + WEEK
    return months_later(last, _MONTHS[rhythm.frequency])


def months_later(day: date, months: int) -> date:
    """Give the same day some months later, or the last of that month when it has no such day."""
    month = day.year * 12 + day.month - 1 + months
    year, month = month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
