"""What a plan may become, what goes on into the next period, and who may read what was kept."""

from __future__ import annotations

from datetime import date

import pytest

from cafe.plans.facts_kinds import GatheringName
from cafe.plans.plan_period import period_around, years_of
from cafe.plans.rules import (
    PlanState,
    Step,
    at_hand,
    goals_to_carry,
    state_after,
    version_is_for_others,
)
from cafe.plans.templates import TEMPLATES, months_after

LEADS = {
    ("draft", "submit"): "submitted",
    ("submitted", "start"): "active",
    ("submitted", "report"): "reported",
    ("active", "report"): "reported",
    ("submitted", "back"): "draft",
    ("active", "back"): "submitted",
    ("reported", "back"): "active",
}


@pytest.mark.parametrize("state", list(PlanState))
@pytest.mark.parametrize("step", list(Step))
def test_each_step_leads_where_the_table_says_and_nowhere_else(state: PlanState, step: Step) -> None:
    assert state_after(state, step) == LEADS.get((state.value, step.value))


@pytest.mark.parametrize(
    ("state", "after"), [("submitted", None), ("active", "submitted"), ("reported", "active")]
)
def test_what_others_build_on_is_not_hidden_from_them_again(state: str, after: str | None) -> None:
    assert state_after(state, Step.BACK, others_build_on_it=True) == after


@pytest.mark.parametrize(
    ("state", "open_"), [("draft", False), ("submitted", True), ("active", True), ("reported", True)]
)
def test_a_version_kept_in_a_draft_stays_with_the_team(state: str, open_: bool) -> None:
    assert version_is_for_others(state) is open_


@pytest.mark.parametrize(
    ("goals", "measures", "going"),
    [
        ({"a": "not_started"}, [], {"a"}),
        ({"a": "paused"}, [("a", "done")], {"a"}),
        ({"a": "done"}, [("a", "done")], set()),
        ({"a": "done"}, [("a", "delayed")], {"a"}),
        ({"a": "cancelled"}, [("a", "in_progress")], set()),
        ({"a": "done", "b": "in_progress"}, [(None, "paused")], {"b"}),
    ],
)
def test_goals_that_go_on(
    goals: dict[str, str], measures: list[tuple[str | None, str]], going: set[str]
) -> None:
    assert goals_to_carry(goals, measures) == going


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([], []),
        (["draft"], [0]),
        (["draft", "draft"], [0]),
        (["draft", "active"], [1]),  # the draft of the next period repeats what goes on
        (["draft", "submitted", "active"], [2, 1]),
        (["active", "draft"], [0]),
        (["active", "active"], [0, 1]),
        (["reported"], [0]),  # its unfinished measures are nobody else's yet
        (["reported", "draft"], [0]),
        (["reported", "active"], [1, 0]),
        (["draft", "reported"], [0]),
        (["submitted", "reported"], [0]),
        (["reported", "reported"], [0]),
    ],
)
def test_the_plans_at_hand_are_what_is_under_way_else_the_newest(
    states: list[str], expected: list[int]
) -> None:
    assert at_hand(states) == expected


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 11, 22), 3, date(2027, 2, 22)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
    ],
)
def test_months_later_is_never_a_day_there_is_not(day: date, months: int, after: date) -> None:
    assert months_after(day, months) == after


def at(day: str | None) -> GatheringName:
    return GatheringName(id=day or "none", title="A gathering", starts_on=day)


@pytest.mark.parametrize(
    ("days", "first", "last", "years"),
    [
        ([], None, None, "2027"),
        (["2026-10-01", "2027-02-08", "2027-06-01"], "2027-02-08", "2027-06-01", "2027"),
        (["2026-10-01", "2027-06-01"], "2026-10-01", "2027-06-01", "2026–2027"),
        (["2027-06-01", None], None, "2027-06-01", "2027"),
    ],
)
def test_the_period_around_today(
    days: list[str | None], first: str | None, last: str | None, years: str
) -> None:
    found = period_around([at(day) for day in days], "2027-03-01")
    assert [gathering and gathering.starts_on for gathering in found] == [first, last]
    assert years_of(found, "2027-03-01") == years


def test_introducing_peer_support_has_what_it_needs() -> None:
    template = TEMPLATES["peer_support"]
    assert [str(goal.title).partition(":")[0] for goal in template.goals] == [
        "Prepare",
        "Train",
        "Recruit",
        "Supervise",
        "Evaluate",
    ]
    assert sum(len(goal.measures) for goal in template.goals) == 16
    assert [measure.months for measure in template.goals[-1].measures] == [3, 6, 9, 12]
    assert "partners" in template.texts


def test_names_of_templates_fit_their_column() -> None:
    for name, template in TEMPLATES.items():
        assert name == template.name
        assert len(name) <= 30
