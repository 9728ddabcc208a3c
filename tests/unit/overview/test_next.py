"""What is next: for a team, for organisers, and of the gatherings."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cafe.overview.rules import (
    Dated,
    NetworkStands,
    Next,
    Stands,
    Task,
    is_within,
    next_for_team,
    next_of,
    tasks_for,
)

TODAY = "2027-02-01"


@pytest.mark.parametrize(
    ("state", "late", "coming", "reported", "what"),
    [
        (None, 0, "2027-02-08", False, Next.BEGIN_PLAN),
        ("reported", 0, None, True, Next.BEGIN_NEXT_PLAN),
        ("reported", 1, "2027-02-08", False, Next.BEGIN_NEXT_PLAN),
        ("draft", 3, "2027-02-08", False, Next.HAND_IN),
        ("active", 1, "2027-02-08", False, Next.LOOK_AT_DUE),
        ("active", 0, "2027-02-08", False, Next.REPORT),
        ("submitted", 0, "2027-02-08", False, Next.REPORT),
        ("active", 0, "2027-02-08", True, Next.GO_ON),
        ("active", 0, "2027-06-08", False, Next.GO_ON),
        ("active", 0, None, False, Next.GO_ON),
    ],
)
def test_a_team_has_one_thing_to_do_next(
    state: str | None, late: int, coming: str | None, what: Next, *, reported: bool
) -> None:
    stands = Stands(plan_state=state, late=late, next_gathering=coming, reported=reported)
    assert next_for_team(stands, TODAY) is what


@pytest.mark.parametrize(
    ("day", "within"), [("2027-01-01", True), (TODAY, True), ("2027-02-22", True), ("2027-02-23", False)]
)
def test_soon_is_counted_from_today(day: str, *, within: bool) -> None:
    assert is_within(day, TODAY, timedelta(days=21)) is within


def test_the_next_gathering_lasts_until_its_last_day() -> None:
    running = Dated(id="running", starts_on="2027-01-31", ends_on=TODAY)
    later = Dated(id="later", starts_on="2027-05-01", ends_on=None)
    past = Dated(id="past", starts_on="2026-05-01", ends_on="2026-05-02")
    open_ended = Dated(id="open", starts_on=None, ends_on=None)
    assert next_of([later, past, open_ended, running], TODAY) == "running"
    assert next_of([later, past, open_ended, running], "2027-02-02") == "later"
    assert next_of([past, open_ended], TODAY) is None


def test_a_new_network_begins_with_its_organisations() -> None:
    new = NetworkStands(organisations=0, without_team=0, teams=0, empty_teams=0, coming_gatherings=0, units=0)
    assert tasks_for(new) == [Task.ADD_ORGANISATIONS, Task.PLAN_GATHERING]


def test_where_everything_is_there_nothing_is_asked() -> None:
    whole = NetworkStands(
        organisations=17, without_team=0, teams=17, empty_teams=0, coming_gatherings=1, units=60
    )
    assert tasks_for(whole) == []


def test_what_is_missing_is_asked_in_its_order() -> None:
    half = NetworkStands(
        organisations=17, without_team=2, teams=15, empty_teams=1, coming_gatherings=1, units=0
    )
    assert tasks_for(half) == [Task.BEGIN_TEAMS, Task.INVITE_PEOPLE, Task.NAME_UNITS]
