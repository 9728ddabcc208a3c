"""The organisers' board: how each team stands before a gathering. Numbers, never an order of merit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cafe.reminding.commands import About


class Wanted(StrEnum):
    """Which teams to look at."""

    ALL = "all"
    TO_REMIND = "to_remind"
    HELP_WANTED = "help_wanted"
    LATE = "late"


@dataclass(frozen=True, kw_only=True)
class TeamStands:
    """How a team stands before a gathering.

    `plan_state` is empty while no plan for it has been handed in: a draft is the team's own affair. Of
    `measures` in the newest plan that may be read, `finished` are done or given up and `late` are
    open past their day. After a gathering (`is_over`) it is the plan that led there, and nothing is awaited.
    """

    team_id: str
    name: str
    organisation: str
    kind: str
    plan_id: str | None
    plan_state: str
    measures: int
    finished: int
    late: int
    active_at: int | None
    report_in: bool
    help_wanted: bool
    assignments: int
    handed_in: int
    is_over: bool = False

    @property
    def on_time(self) -> int:
        """Count the measures that are finished or not late."""
        return self.measures - self.late

    @property
    def lacks(self) -> About | None:
        """Tell what a reminder would be about: the plan first, then what is to be prepared, then the rest."""
        if self.is_over:
            return None
        if not self.plan_state:
            return About.PLAN
        if self.handed_in < self.assignments:
            return About.ASSIGNMENTS
        if not self.report_in:
            return About.REPORT
        return About.MEASURES if self.late else None


@dataclass(frozen=True, kw_only=True)
class Completeness:
    """How much is in before a gathering."""

    teams: int
    plans: int
    reports: int
    helping: int
    measures: int
    late: int


def completeness(rows: Iterable[TeamStands]) -> Completeness:
    """Count what is in."""
    found = list(rows)
    return Completeness(
        teams=len(found),
        plans=sum(bool(row.plan_state) for row in found),
        reports=sum(row.report_in for row in found),
        helping=sum(row.help_wanted for row in found),
        measures=sum(row.measures for row in found),
        late=sum(row.late for row in found),
    )


def is_wanted(row: TeamStands, wanted: Wanted, kind: str = "") -> bool:
    """Tell whether a filter shows a team."""
    if kind and row.kind != kind:
        return False
    match wanted:
        case Wanted.TO_REMIND:
            return row.lacks is not None
        case Wanted.HELP_WANTED:
            return row.help_wanted
        case Wanted.LATE:
            return row.late > 0
        case _:
            return True
