"""What is decided about days, numbers, times that overlap, and answers that are too few to tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from cafe.clock import day_of
from cafe.gatherings.facts import GatheringRow, still_to_come
from cafe.gatherings.facts.evaluation import summed
from cafe.gatherings.rules import days_of, next_ordinal, overlaps, takes_registrations


@dataclass
class Item:
    id: str
    starts: str
    ends: str | None = None
    day: str = "2027-02-08"


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        (("09:00", "10:00"), ("10:00", "11:00"), False),
        (("09:00", "10:15"), ("10:00", "11:00"), True),
        (("09:00", "12:00"), ("10:00", None), True),
        (("09:00", None), ("10:00", "11:00"), False),
        (("09:00", None), ("09:00", None), True),
    ],
)
def test_what_goes_on_at_once_is_said_whichever_comes_first(
    first: tuple[str, str | None], second: tuple[str, str | None], overlap: bool
) -> None:
    one, other = Item("one", *first), Item("other", *second)
    expected = {"one": ["other"], "other": ["one"]} if overlap else {}
    assert overlaps([one, other]) == overlaps([other, one]) == expected


def test_another_day_is_another_time() -> None:
    assert overlaps([Item("one", "09:00", "10:00"), Item("other", "09:00", "10:00", "2027-02-09")]) == {}


def test_a_day_ends_at_midnight_where_people_meet() -> None:
    assert day_of(1_802_039_400_000) == "2027-02-07"  # 22:30 in Greenwich
    assert day_of(1_802_043_000_000) == "2027-02-08"  # 23:30 in Greenwich


def test_the_days_of_a_gathering() -> None:
    assert days_of("2027-02-28", "2027-03-01") == ["2027-02-28", "2027-03-01"]
    assert days_of("2027-02-28", None) == ["2027-02-28"]
    assert days_of(None, None) == []
    assert len(days_of("2027-02-28", "2029-02-28")) == 14


def test_the_last_day_of_a_registration_counts_in_full() -> None:
    assert takes_registrations("2027-02-08", "2027-02-08")
    assert not takes_registrations("2027-02-08", "2027-02-09")
    assert not takes_registrations(None, "2027-02-08")


def test_the_next_number_follows_the_highest() -> None:
    assert next_ordinal([]) == next_ordinal([None]) == 1
    assert next_ordinal([1, None, 3]) == 4


def row(starts_on: str | None, ends_on: str | None = None) -> GatheringRow:
    return GatheringRow(
        id=starts_on or "undated",
        title="",
        network="",
        ordinal=None,
        place="",
        days="",
        starts_on=starts_on,
        ends_on=ends_on or starts_on,
    )


def test_what_is_to_come_begins_with_the_next_one_and_today_is_not_past() -> None:
    rows = [row(None), row("2027-06-01"), row("2027-02-07", "2027-02-08"), row("2027-02-07")]
    coming, past = still_to_come(rows, "2027-02-08")
    assert [each.id for each in coming] == ["2027-02-07", "2027-06-01", "undated"]
    assert [each.ends_on for each in past] == ["2027-02-07"]


def given(count: int, **said: Any) -> list[dict[str, Any]]:
    return [dict(said) for _ in range(count)]


def test_fewer_than_five_answers_tell_nothing() -> None:
    few = summed(given(4, useful=5, keep="The walk"))
    assert (few.answers, few.texts) == (0, ())
    assert not any(question.told for question in few.questions)


def test_a_question_that_fewer_than_five_have_answered_tells_nothing() -> None:
    results = summed([*given(4, useful=5, mixed=1, change="B"), *given(2, useful=4, change="a")])
    told = {question.name: question for question in results.questions}
    assert told["useful"].marks == (0, 0, 0, 2, 4)
    assert not told["mixed"].told
    assert told["mixed"].marks == (0, 0, 0, 0, 0)
    assert [said for _question, said in results.texts] == [("a", "a", "B", "B", "B", "B")]
