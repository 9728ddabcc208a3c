"""Pure decisions of the pages that look across a network: what is next for a team and for organisers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

SOON = timedelta(days=21)
REPORTS_BEFORE = timedelta(days=30)


class Next(StrEnum):
    """The one thing that a team does next."""

    BEGIN_PLAN = "begin_plan"
    BEGIN_NEXT_PLAN = "begin_next_plan"
    HAND_IN = "hand_in"
    LOOK_AT_DUE = "look_at_due"
    REPORT = "report"
    GO_ON = "go_on"


@dataclass(frozen=True, kw_only=True)
class Stands:
    """How a team stands with the plan at hand: what decides what is next."""

    plan_state: str | None
    late: int
    next_gathering: str | None
    reported: bool


def next_for_team(stands: Stands, today: str) -> Next:
    """Tell what a team does next: a plan first, then what is late, then the report a month before."""
    if stands.plan_state is None:
        return Next.BEGIN_PLAN
    if stands.plan_state == "reported":
        return Next.BEGIN_NEXT_PLAN
    if stands.plan_state == "draft":
        return Next.HAND_IN
    if stands.late:
        return Next.LOOK_AT_DUE
    if (
        stands.next_gathering
        and not stands.reported
        and is_within(stands.next_gathering, today, REPORTS_BEFORE)
    ):
        return Next.REPORT
    return Next.GO_ON


def is_within(day: str, today: str, time: timedelta) -> bool:
    """Tell whether a day is at most so long from today; one that has passed is."""
    return date.fromisoformat(day) <= date.fromisoformat(today) + time


@dataclass(frozen=True, kw_only=True)
class Dated:
    """Something with the days it lasts; either may be open."""

    id: str
    starts_on: str | None
    ends_on: str | None


def next_of(dated: Iterable[Dated], today: str) -> str | None:
    """Give the id of what comes next or lasts today, the earliest first; what has no day never does."""
    coming = [each for each in dated if each.starts_on and (each.ends_on or each.starts_on) >= today]
    return min(coming, key=lambda each: (str(each.starts_on), each.id)).id if coming else None


class Task(StrEnum):
    """What organisers can do next for a network."""

    ADD_ORGANISATIONS = "add_organisations"
    BEGIN_TEAMS = "begin_teams"
    INVITE_PEOPLE = "invite_people"
    PLAN_GATHERING = "plan_gathering"
    NAME_UNITS = "name_units"


@dataclass(frozen=True, kw_only=True)
class NetworkStands:
    """How far a network has come: how many of each there are, and are without what they need."""

    organisations: int
    without_team: int
    teams: int
    empty_teams: int
    coming_gatherings: int
    units: int


def tasks_for(stands: NetworkStands) -> list[Task]:
    """Give what organisers can do next, in its order; nothing when everything is there."""
    wanted = {
        Task.ADD_ORGANISATIONS: stands.organisations == 0,
        Task.BEGIN_TEAMS: stands.without_team > 0,
        Task.INVITE_PEOPLE: stands.empty_teams > 0,
        Task.PLAN_GATHERING: stands.coming_gatherings == 0,
        Task.NAME_UNITS: stands.organisations > 0 and stands.units == 0,
    }
    return [task for task, is_wanted in wanted.items() if is_wanted]
