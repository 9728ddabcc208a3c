"""The years of a network as a picture: where everything stands, worked out without drawing anything.

Lengths are in the units of the picture, from left and top.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH = 1000
LANE = 26
TOP = 34
SHORTEST = 6
DAY = timedelta(days=1)
MONTHS = 12


@dataclass(frozen=True, kw_only=True)
class Span:
    """Something that goes on from one day to another; `ends` is None while nobody knows."""

    title: str
    organisation: str
    starts: date
    ends: date | None
    kind: str  # plan or pilot
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A gathering on the line of years."""

    number: int | None
    title: str
    on: date
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A span as it is drawn."""

    span: Span
    left: float
    top: float
    width: float


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A year or a gathering as it is drawn."""

    words: str
    left: float
    is_next: bool = False


@dataclass(frozen=True, kw_only=True)
class Picture:
    """The whole picture."""

    height: float
    years: tuple[Mark, ...]
    meetings: tuple[Mark, ...]
    lanes: tuple[tuple[str, float], ...]
    bars: tuple[Bar, ...]


def picture(spans: Sequence[Span], meetings: Sequence[Meeting], today: date) -> Picture:
    """Lay out spans in a lane for each organisation, by name, under the gatherings; whole quarters wide."""
    first, last = _quarters([*_days(spans, today), *(each.on for each in meetings), today])
    days = (last - first).days

    def left(day: date) -> float:
        return round((day - first).days * WIDTH / days, 1)

    coming = min((each.on for each in meetings if each.on >= today), default=None)
    names = sorted({span.organisation for span in spans}, key=str.casefold)
    top = {name: TOP + LANE * number for number, name in enumerate(names)}
    bars = [
        Bar(
            span=span,
            left=left(span.starts),
            top=top[span.organisation],
            width=max(round(left(_end(span, today)) - left(span.starts), 1), SHORTEST),
        )
        for span in sorted(spans, key=lambda span: (span.organisation.casefold(), span.kind, span.starts))
    ]
    return Picture(
        height=TOP + LANE * max(len(names), 1) + 4,
        years=tuple(
            Mark(words=str(year), left=left(max(date(year, 1, 1), first)))
            for year in range(first.year, (last - DAY).year + 1)
        ),
        meetings=tuple(
            Mark(words=str(each.number or "·"), left=left(each.on), is_next=each.on == coming)
            for each in sorted(meetings, key=lambda each: each.on)
        ),
        lanes=tuple(top.items()),
        bars=tuple(bars),
    )


def _end(span: Span, today: date) -> date:
    return span.ends if span.ends is not None and span.ends >= span.starts else max(today, span.starts)


def _days(spans: Iterable[Span], today: date) -> Iterable[date]:
    for span in spans:
        yield span.starts
        yield _end(span, today)


def _quarters(days: Sequence[date]) -> tuple[date, date]:
    """Give the first day of the quarter of the first day, and the one after the quarter of the last."""
    first, last = min(days), max(days)
    after = 3 * ((last.month - 1) // 3) + 4
    end = date(last.year, after, 1) if after <= MONTHS else date(last.year + 1, 1, 1)
    return date(first.year, 3 * ((first.month - 1) // 3) + 1, 1), end
