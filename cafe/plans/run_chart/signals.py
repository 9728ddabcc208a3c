"""What a run chart tells: its median, and whether something has changed.

A shift is six or more points in a row on one side of the median. Points on the median neither break such a
run nor count in it [Perla, Provost and Murray 2011, BMJ Quality & Safety 20:46-51]. Under ten points nothing
is told, and the rule about points that rise or fall in a row is not used: simulated, it found hardly any
drift [Anhøj and Olesen 2014, PLoS ONE 9(11):e113825].

As the median is that of all points, at most half of them lie on one side: six in a row take twelve or more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

SHIFT = 6
FEWEST_POINTS = 10
Side = Literal["above", "below"]


@dataclass(frozen=True, kw_only=True)
class Run:
    """Points in a row on one side: the places of the first and the last, and how many count."""

    side: Side
    first: int
    last: int
    length: int


def median_of(values: Sequence[Decimal]) -> Decimal | None:
    """Give the median of all points: the middle one, or halfway between the two in the middle."""
    if not values:
        return None
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def runs_around(values: Sequence[Decimal], centre: Decimal) -> list[Run]:
    """Give the runs on either side of a line; points on it neither break a run nor count in it."""
    runs: list[Run] = []
    for place, value in enumerate(values):
        if value == centre:
            continue
        side: Side = "above" if value > centre else "below"
        if runs and runs[-1].side == side:
            run = runs.pop()
            runs.append(Run(side=side, first=run.first, last=place, length=run.length + 1))
        else:
            runs.append(Run(side=side, first=place, last=place, length=1))
    return runs


def shifts_in(values: Sequence[Decimal]) -> list[Run]:
    """Give the runs that tell of a change; none while there are few points."""
    centre = median_of(values)
    if centre is None or len(values) < FEWEST_POINTS:
        return []
    return [run for run in runs_around(values, centre) if run.length >= SHIFT]
