"""What is told of two plans: what came, what was taken out, what was changed, word by word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from flask_babel import Babel
from hypothesis import given
from hypothesis import strategies as st

from cafe.plans.compare import compare
from cafe.plans.compare_words import IN, OUT, SAME, runs
from cafe.plans.facts_kinds import GoalFacts, MeasureFacts, PlanFacts
from cafe.plans.versions import seal

PLAN = PlanFacts(
    id="p",
    title="This year",
    team_id="t",
    team="The team",
    organisation_id="o",
    organisation="A municipality",
    network_id="n",
    texts={"why": "Nobody shall be alone"},
    goals=(GoalFacts(id="g", title="Two consultants"),),
    measures=(MeasureFacts(id="m", title="Find money", goal_id="g", due_on="2027-02-08"),),
)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "", []),
        ("one two", "one two", [(SAME, "one two")]),
        ("", "new", [(IN, "new")]),
        ("old", "", [(OUT, "old")]),
        (
            "by the side of us",
            "together with us",
            [(OUT, "by the side of"), (IN, "together with"), (SAME, " us")],
        ),
        ("at four tables", "at five tables", [(SAME, "at "), (OUT, "four"), (IN, "five"), (SAME, " tables")]),
    ],
)
def test_words_that_came_and_went(before: str, after: str, told: list[tuple[str, str]]) -> None:
    assert [(run.kind, run.text) for run in runs(before, after)] == told


words = st.lists(st.sampled_from(["alone", "never", "a", "team", "meets", "\n\n"]), max_size=30).map(" ".join)


@given(words, words)
def test_no_word_is_lost_or_made_up(before: str, after: str) -> None:
    found = runs(before, after)
    assert "".join(run.text for run in found if run.kind != IN).split() == before.split()
    assert "".join(run.text for run in found if run.kind != OUT).split() == after.split()


@pytest.fixture
def english() -> Flask:
    app = Flask("test")
    Babel(app, default_locale="en")
    return app


def test_plans_are_told_apart_kind_by_kind(english: Flask) -> None:
    later = replace(
        PLAN,
        texts={"why": "Nobody shall stand alone"},
        goals=(),
        measures=(
            replace(PLAN.measures[0], goal_id=None, status="in_progress"),
            MeasureFacts(id="n", title="Ask five people"),
        ),
    )
    with english.app_context():
        told = {
            str(section.heading): [(each.how, each.title) for each in section.differences]
            for section in compare(PLAN, later)
        }
    assert told == {
        "The plan": [("changed", "")],
        "Goals": [("removed", "Two consultants")],
        "Measures": [("changed", "Find money"), ("added", "Ask five people")],
    }


def test_a_plan_and_itself_say_the_same(english: Flask) -> None:
    with english.app_context():
        assert compare(PLAN, PLAN) == []


MEASURE = PLAN.measures[0]


@pytest.mark.parametrize(
    ("later", "is_another"),
    [
        (replace(PLAN, state="active", version=3, submitted_at=5), False),
        (replace(PLAN, measures=(replace(MEASURE, status="done", status_at=9),)), False),
        (replace(PLAN, measures=(replace(MEASURE, texts={"barrier": "Money"}),)), False),
        (replace(PLAN, measures=(replace(MEASURE, due_on="2027-03-01"),)), True),
        (replace(PLAN, measures=(replace(MEASURE, responsible="The head"),)), True),
        (replace(PLAN, measures=(replace(MEASURE, texts={"about": "A call"}),)), True),
        (replace(PLAN, texts={"why": "Another reason"}), True),
        (replace(PLAN, measures=()), True),
    ],
)
def test_work_is_no_change_of_what_was_signed_but_other_words_are(later: PlanFacts, is_another: bool) -> None:
    assert (seal(later) != seal(PLAN)) is is_another
