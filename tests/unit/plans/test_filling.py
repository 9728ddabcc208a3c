"""What a report fills itself from, as tables: what is new, what waits, what lies ahead, in which words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from flask_babel import Babel, force_locale

from cafe.plans.filling import (
    CycleWork,
    IndicatorWork,
    MeasureWork,
    Noted,
    Point,
    Promise,
    Work,
    as_json,
    since_when,
)
from cafe.plans.filling_words import PARTS, proposals
from cafe.plans.rules import ScoreBy, score_is_for
from tests.support.effort import grows_with_size

SPACE = "\N{NO-BREAK SPACE}"  # between a day and its month

BEFORE, SINCE, AFTER = 50, 100, 150
TEAM, ORGANISERS = ScoreBy.TEAM, ScoreBy.ORGANISERS


@contextmanager
def in_english() -> Iterator[None]:
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context(), force_locale("en"):
        yield


def measure(title: str = "Hire two", **more: Any) -> MeasureWork:
    return MeasureWork(id=title, title=title, **{"status": "not_started", **more})


def told(part: str, *measures: MeasureWork, **more: Any) -> list[str]:
    with in_english():
        return proposals(Work(since=SINCE, measures=measures, **more))[part]


@pytest.mark.parametrize(
    ("reports", "gathering", "expected"),
    [
        ([], None, 1),
        ([], 20, 20),
        ([10, 30], 20, 30),
        ([10], None, 10),
    ],
)
def test_what_is_new_counts_from_the_report_before_else_the_gathering_else_the_beginning(
    reports: list[int], gathering: int | None, expected: int
) -> None:
    assert since_when(reports, gathering, 1) == expected


@pytest.mark.parametrize(
    ("status", "at", "done", "barriers", "ahead"),
    [
        ("not_started", None, [], [], ["Hire two"]),
        ("in_progress", AFTER, ["Under way: Hire two"], [], ["Hire two"]),
        ("in_progress", BEFORE, [], [], ["Hire two"]),
        ("done", AFTER, ["Done: Hire two"], [], []),
        ("done", BEFORE, [], [], []),
        ("done", SINCE, [], [], []),
        ("paused", BEFORE, [], ["Paused: Hire two"], ["Hire two"]),
        ("delayed", AFTER, [], ["Delayed: Hire two"], ["Hire two"]),
        ("cancelled", AFTER, [], ["Cancelled: Hire two"], []),
        ("cancelled", BEFORE, [], [], []),
    ],
)
def test_a_measure_is_told_where_its_status_belongs(
    status: str, at: int | None, done: list[str], barriers: list[str], ahead: list[str]
) -> None:
    one = measure(status=status, status_at=at)
    assert (told("done", one), told("barriers", one), told("next", one)) == (done, barriers, ahead)


def test_what_is_known_is_told_in_one_line_each() -> None:
    waits = measure(status="paused", status_at=AFTER, barrier=Noted(text="No money\n\nyet", at=AFTER))
    goes_on = measure("Train", status="in_progress", barrier=Noted(text="Too few", at=AFTER))
    old = measure("Old", status="in_progress", barrier=Noted(text="Once", at=BEFORE))
    assert told("barriers", waits, goes_on, old) == [
        "Paused: Hire two – No money yet",
        "Train – Too few",
    ]
    assert told("help_wanted", waits, old) == [
        "Hire two: how have you others got past this? No money yet",
    ]


def test_learning_is_told_when_it_is_new_or_the_work_has_ended() -> None:
    kept = Noted(text="Ask first", at=BEFORE)
    ended = measure(status="done", status_at=AFTER, learning=kept)
    going = measure("Going", status="in_progress", learning=kept)
    fresh = measure("Fresh", learning=Noted(text="Go slowly", at=AFTER))
    assert told("learning", ended, going, fresh) == ["Hire two – Ask first", "Fresh – Go slowly"]


@pytest.mark.parametrize(
    ("act", "at", "expected"),
    [
        ("adopt", AFTER, ["Does a call help? we tried it and keep it. Nine of ten came."]),
        ("abandon", AFTER, ["Does a call help? we tried it and let it go. Nine of ten came."]),
        ("adapt", BEFORE, []),
        (None, AFTER, []),
    ],
)
def test_a_cycle_that_has_ended_since_is_learning(act: str | None, at: int, expected: list[str]) -> None:
    cycle = CycleWork(question="Does a call help?", act=act, seen=Noted(text="Nine of ten came.", at=at))
    said = [line.replace("help?:", "help?") for line in told("learning", measure(cycles=(cycle,)))]
    assert said == expected


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        (IndicatorWork(title="Visits"), []),
        (
            IndicatorWork(title="Visits", newest=Point(taken_on="2027-03-01", value="18")),
            [f"Visits: 18 on March{SPACE}1, 2027"],
        ),
        (
            IndicatorWork(
                title="Visits",
                unit="a week",
                target="20",
                before=Point(taken_on="2027-01-04", value="12"),
                newest=Point(taken_on="2027-03-01", value="18"),
            ),
            [f"Visits: 18 a week on March{SPACE}1, 2027 (12 on January{SPACE}4, 2027 before, target 20)"],
        ),
        (
            IndicatorWork(title="Visits", shifted=True),
            ["Visits: six or more in a row lie on one side of the median, which chance seldom does."],
        ),
    ],
)
def test_measurements_are_results(indicator: IndicatorWork, expected: list[str]) -> None:
    assert told("results", indicators=(indicator,)) == expected


def test_that_service_users_took_part_is_said_and_counted() -> None:
    done = [measure(str(n), status="done", status_at=AFTER, users_took_part=n == 1) for n in (1, 2)]
    assert told("done", *done) == ["Done: 1 (service users took part)", "Done: 2"]
    assert told("results", *done) == ["Service users took part in 1 of 2 measures worked with."]


def test_what_was_promised_is_done_or_ahead() -> None:
    promises = (Promise(text="Call them", done=True), Promise(text="Write it", done=False))
    assert told("done", promises=promises) == ["Promised at the gathering, and done: Call them"]
    assert told("next", promises=promises) == ["Promised at the gathering, not done yet: Write it"]


def test_what_lies_ahead_stands_by_its_deadline() -> None:
    measures = (
        measure("No date"),
        measure("At the gathering", due_at="Gathering 3"),
        measure("Later", due_on="2027-06-01"),
        measure("Soon", due_on="2027-02-01"),
    )
    assert told("next", *measures) == [
        f"Soon, by February{SPACE}1, 2027",
        f"Later, by June{SPACE}1, 2027",
        "At the gathering, by Gathering 3",
        "No date",
    ]


def test_every_part_is_there_and_the_facts_can_be_kept() -> None:
    work = Work(since=SINCE, measures=(measure(cycles=(CycleWork(question="", act=None, seen=Noted()),)),))
    with in_english():
        assert list(proposals(work)) == list(PARTS)
    assert json.loads(json.dumps(as_json(work)))["measures"][0]["title"] == "Hire two"


@pytest.mark.parametrize(
    ("by", "state", "have_scored", "expected"),
    [
        (TEAM, "draft", {TEAM}, {TEAM}),
        (TEAM, "draft", {TEAM, ORGANISERS}, {TEAM}),
        (TEAM, "submitted", {TEAM}, {TEAM, ORGANISERS}),
        (ORGANISERS, "submitted", {ORGANISERS}, {ORGANISERS}),
        (ORGANISERS, "submitted", {TEAM, ORGANISERS}, {TEAM, ORGANISERS}),
        (ORGANISERS, "draft", {TEAM, ORGANISERS}, {TEAM, ORGANISERS}),
    ],
)
def test_the_team_looks_at_itself_before_it_sees_what_the_organisers_think(
    by: str, state: str, have_scored: set[str], expected: set[str]
) -> None:
    assert score_is_for(by, state, frozenset(have_scored)) == expected


def test_a_plan_with_twice_as_many_measures_takes_twice_as_long() -> None:
    def work(count: int) -> Work:
        done = [measure(f"Number {number}", status="done", status_at=AFTER) for number in range(count)]
        return Work(since=SINCE, measures=tuple(done))

    assert work(300).with_users() == (0, 300)
    assert grows_with_size(Work.with_users, work(300), work(600))
