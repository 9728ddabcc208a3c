"""Days that matter to somebody, as plain facts, and what a letter tells of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# How far a letter looks ahead, and how long it goes on about what is past.
SOON = timedelta(days=14)
GATHERING_SOON = timedelta(days=60)
LONG_PAST = timedelta(days=90)


class DayKind(StrEnum):
    """What a day is."""

    GATHERING = "gathering"
    MEASURE = "measure"
    ASSIGNMENT = "assignment"
    REPORT = "report"
    MEASUREMENT = "measurement"


@dataclass(frozen=True, kw_only=True, order=True)
class Day:
    """A day that matters: what is on it, whose it is, and the page about it.

    `endpoint`, `arguments` and `anchor` make the page's address and the place on it.
    `id` stays the same while the thing is the same, so that a calendar moves it instead of adding another.
    """

    on: date
    kind: DayKind
    title: str
    id: str
    until: date | None = None
    place: str = ""
    team: str = ""
    endpoint: str = ""
    arguments: tuple[tuple[str, str], ...] = ()
    anchor: str = ""


@dataclass(frozen=True, kw_only=True)
class Digest:
    """What a weekly letter tells: what is late, what is due soon, and the next gatherings."""

    late: tuple[Day, ...]
    soon: tuple[Day, ...]
    gatherings: tuple[Day, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing worth a letter."""
        return not (self.late or self.soon or self.gatherings)


def digest_of(days: Iterable[Day], today: date) -> Digest:
    """Choose what a letter of this day tells. What has been late for long is not told for ever."""
    ordered = sorted(days)
    due = [day for day in ordered if day.kind is not DayKind.GATHERING]
    gatherings = [day for day in ordered if day.kind is DayKind.GATHERING]
    return Digest(
        late=tuple(day for day in due if today - LONG_PAST <= day.on < today),
        soon=tuple(day for day in due if today <= day.on <= today + SOON),
        gatherings=tuple(
            day for day in gatherings if (day.until or day.on) >= today and day.on <= today + GATHERING_SOON
        ),
    )
