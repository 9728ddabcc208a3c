"""What a report fills itself from: what was done since the report or gathering before. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from cafe.plans.commands.goals import Status
from cafe.plans.rules import FINISHED

STOPPED = (Status.PAUSED, Status.DELAYED, Status.CANCELLED)


@dataclass(frozen=True, kw_only=True)
class Noted:
    """A text as it stands, and when it was last written; 0 is never."""

    text: str = ""
    at: int = 0


@dataclass(frozen=True, kw_only=True)
class CycleWork:
    """A turn of plan, do, study, act: what was asked, what was seen, how it ended."""

    question: str
    act: str | None
    seen: Noted


@dataclass(frozen=True, kw_only=True)
class MeasureWork:
    """A measure as it stands. The deadline is a day or the title of a gathering."""

    id: str
    title: str
    status: str
    status_at: int | None = None
    users_took_part: bool | None = None
    due_on: str | None = None
    due_at: str = ""
    barrier: Noted = Noted()
    learning: Noted = Noted()
    cycles: tuple[CycleWork, ...] = ()

    @property
    def unfinished(self) -> bool:
        """Tell whether there is something left to do."""
        return self.status not in FINISHED


@dataclass(frozen=True, kw_only=True)
class Point:
    """A measured value on a day, as somebody wrote it."""

    taken_on: str
    value: str


@dataclass(frozen=True, kw_only=True)
class IndicatorWork:
    """An indicator: its value before, the newest one measured since, and whether the run has shifted."""

    title: str
    unit: str = ""
    target: str | None = None
    before: Point | None = None
    newest: Point | None = None
    shifted: bool = False


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What somebody of the team will do in their own role, and has chosen to show the team."""

    text: str
    done: bool


@dataclass(frozen=True, kw_only=True)
class Work:
    """All that a report can know by itself; `since` is the moment from which on things count as new."""

    since: int
    measures: tuple[MeasureWork, ...] = ()
    indicators: tuple[IndicatorWork, ...] = ()
    goals_reached: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()

    def is_new(self, at: int | None) -> bool:
        """Tell whether something happened since."""
        return at is not None and at > self.since

    def finished(self) -> tuple[MeasureWork, ...]:
        """Give the measures that have been done since. One that was opened again is not among them."""
        return tuple(m for m in self.measures if m.status == Status.DONE and self.is_new(m.status_at))

    def begun(self) -> tuple[MeasureWork, ...]:
        """Give the measures that have been taken up since and are under way."""
        return tuple(m for m in self.measures if m.status == Status.IN_PROGRESS and self.is_new(m.status_at))

    def stopped(self) -> tuple[MeasureWork, ...]:
        """Give those that wait or were given up: what waits still counts, what was given up since."""
        return tuple(
            m
            for m in self.measures
            if m.status in STOPPED and (m.unfinished or self.is_new(m.status_at) or self.is_new(m.barrier.at))
        )

    def hindered(self) -> tuple[MeasureWork, ...]:
        """Give those that go on, with a barrier written since."""
        return tuple(
            m
            for m in self.measures
            if m.status not in STOPPED and m.barrier.text and self.is_new(m.barrier.at)
        )

    def taught(self) -> tuple[MeasureWork, ...]:
        """Give the measures with a learning that is new, or whose work has ended since."""
        return tuple(
            m
            for m in self.measures
            if m.learning.text
            and (self.is_new(m.learning.at) or (not m.unfinished and self.is_new(m.status_at)))
        )

    def tried(self) -> tuple[tuple[MeasureWork, CycleWork], ...]:
        """Give the cycles that have come to an end since, each with its measure."""
        pairs = ((measure, cycle) for measure in self.measures for cycle in measure.cycles)
        return tuple((m, cycle) for m, cycle in pairs if cycle.act and self.is_new(cycle.seen.at))

    def ahead(self) -> tuple[MeasureWork, ...]:
        """Give what is not finished, the first deadline first, what has none last."""
        left = (measure for measure in self.measures if measure.unfinished)
        return tuple(sorted(left, key=lambda m: (m.due_on is None, m.due_on or "", not m.due_at)))

    def with_users(self) -> tuple[int, int]:
        """Give with how many of the measures worked with since service users took part, and of how many."""
        worked = (*self.finished(), *self.begun())
        return sum(m.users_took_part is True for m in worked), len(worked)


def since_when(reports_at: Iterable[int], gathering_at: int | None, begun_at: int) -> int:
    """Give from when on things are new: the last report before, else the gathering, else the beginning."""
    last = max(reports_at, default=None)
    if last is not None:
        return last
    return gathering_at if gathering_at is not None else begun_at


def as_json(work: Work) -> dict[str, Any]:
    """Give the facts as they are kept with a report that is handed in. There is no score among them."""
    return asdict(work)
