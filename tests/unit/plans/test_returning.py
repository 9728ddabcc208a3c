"""On which agenda an unfinished measure returns: 1 was in February, 2 is in June, 3 in November."""

from __future__ import annotations

import pytest

from cafe.plans.returning import Due, Meeting, is_late, returns_at, that_goes_on

TODAY = "2027-04-10"
FIRST = Meeting(id="1", starts_on="2027-02-08", ends_on="2027-02-09")
SECOND = Meeting(id="2", starts_on="2027-06-14", ends_on="2027-06-15")
THIRD = Meeting(id="3", starts_on="2027-11-01")
UNDATED = Meeting(id="4")
SERIES = (UNDATED, THIRD, FIRST, SECOND)


@pytest.mark.parametrize(
    ("due_on", "due_gathering", "expected"),
    [
        (None, None, None),
        ("2027-03-01", None, "2"),  # late: on the very next one
        ("2027-04-10", None, "2"),
        ("2027-06-14", None, "2"),
        ("2027-06-15", None, "2"),  # on its last day
        ("2027-06-16", None, "3"),
        ("2027-12-01", None, "4"),  # after all whose day is set
        (None, "1", "2"),  # was due at one that is over
        (None, "2", "2"),
        (None, "3", "3"),
        (None, "4", "4"),  # no day yet: it lies ahead
        (None, "gone", None),
    ],
)
def test_a_measure_returns_on_the_first_agenda_to_come_that_is_not_before_its_deadline(
    due_on: str | None, due_gathering: str | None, expected: str | None
) -> None:
    due = Due(status="in_progress", due_on=due_on, due_gathering_id=due_gathering)
    assert returns_at(due, SERIES, TODAY) == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("not_started", "2"),
        ("in_progress", "2"),
        ("paused", "2"),
        ("delayed", "2"),
        ("done", None),
        ("cancelled", None),
    ],
)
def test_only_what_is_unfinished_returns(status: str, expected: str | None) -> None:
    assert returns_at(Due(status=status, due_on="2027-03-01"), SERIES, TODAY) == expected


def test_what_is_due_after_all_gatherings_waits_until_another_is_planned() -> None:
    due = Due(status="in_progress", due_on="2027-12-01")
    assert returns_at(due, (FIRST, SECOND, THIRD), TODAY) is None


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2027-01-01", "1"),
        ("2027-02-09", "1"),
        ("2027-02-10", "2"),
        ("2027-07-01", "3"),
        ("2028-01-01", "4"),
    ],
)
def test_what_stays_undone_goes_on_to_the_next(today: str, expected: str | None) -> None:
    assert returns_at(Due(status="paused", due_on="2027-01-15"), SERIES, today) == expected


@pytest.mark.parametrize(
    ("due", "late"),
    [
        (Due(status="in_progress", due_on="2027-04-09"), True),
        (Due(status="in_progress", due_on="2027-04-10"), False),
        (Due(status="done", due_on="2027-01-01"), False),
        (Due(status="in_progress", due_gathering_id="1"), True),
        (Due(status="in_progress", due_gathering_id="2"), False),
        (Due(status="in_progress"), False),
    ],
)
def test_what_is_past_its_deadline_is_late(due: Due, late: bool) -> None:
    assert is_late(due, SERIES, TODAY) is late


@pytest.mark.parametrize(
    ("due_on", "due_gathering", "kept"),
    [
        (None, None, (None, None)),
        ("2027-04-10", None, ("2027-04-10", None)),
        ("2028-01-01", None, ("2028-01-01", None)),
        (None, "2", (None, "2")),
        (None, "4", (None, "4")),  # no day yet: it lies ahead
        ("2027-04-09", None, (None, "2")),
        (None, "1", (None, "2")),
    ],
)
def test_a_deadline_that_has_passed_becomes_the_gathering_it_returns_at(
    due_on: str | None, due_gathering: str | None, kept: tuple[str | None, str | None]
) -> None:
    after = that_goes_on(Due(status="paused", due_on=due_on, due_gathering_id=due_gathering), SERIES, TODAY)
    assert (after.due_on, after.due_gathering_id) == kept


def test_a_deadline_that_has_passed_stays_while_no_gathering_is_planned() -> None:
    for late in (Due(status="paused", due_on="2027-04-09"), Due(status="paused", due_gathering_id="1")):
        assert that_goes_on(late, (FIRST,), TODAY) == late
