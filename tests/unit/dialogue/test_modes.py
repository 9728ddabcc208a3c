"""What each mode means: whose question is asked, and where questions walk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cafe.dialogue.choosing import Chairs, round_to_choose
from cafe.dialogue.commands.session import Mode
from cafe.dialogue.modes import ROUND_MODES, TOPIC_MODES, question_in, walks
from cafe.dialogue.rules import Clockwork, Phase

ASKED = json.loads(Path(__file__).with_name("asked.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", ASKED, ids=lambda case: f"{case['mode']}: {case['asked']}")
def test_what_another_mode_has_left_behind_is_not_asked(case: dict[str, str]) -> None:
    written = {name: case[name] for name in ("table", "of_round", "topic", "session")}
    assert question_in(case["mode"], **written) == case["asked"]


def test_every_mode_is_in_the_table_that_both_languages_are_tested_with() -> None:
    assert {case["mode"] for case in ASKED} == set(Mode)


def test_progressive_has_no_topics_and_help_for_callers_has_both() -> None:
    assert Mode.PROGRESSIVE in ROUND_MODES - TOPIC_MODES
    assert Mode.PRO_ACTION in ROUND_MODES & TOPIC_MODES


@pytest.mark.parametrize(
    ("topics", "rounds"),
    [("ABC", 3), ("ABCD", 3), ("AABBCC", 3), ("ABCA", 3), ("AB", 2), ("ABCABC", 3), ("ABCDEFGH", 8)],
)
def test_no_group_meets_a_topic_twice_where_that_can_be_helped(topics: str, rounds: int) -> None:
    standing = walks(list(topics), rounds)
    assert standing[0] == list(range(len(topics)))
    for questions in standing:
        assert sorted(questions) == list(range(len(topics)))  # one at every table
    for table in range(len(topics)):
        assert len({questions[table] for questions in standing}) == rounds
    repeats = sum(
        rounds - len({topics[questions[table]] for questions in standing}) for table in range(len(topics))
    )
    assert repeats == {"ABCA": 2}.get(topics, 0)


def test_more_rounds_than_tables_begin_anew() -> None:
    standing = walks(["A", "B"], 4)
    assert all(sorted(questions) == [0, 1] for questions in standing)


def test_a_chair_goes_to_those_who_wait_for_it_first() -> None:
    chairs = Chairs(seats=4, taken=frozenset({"host", "ann"}), queue=("bo", "cy", "di"))
    assert chairs.offered == ("bo", "cy")
    assert chairs.free == 0
    assert [chairs.are_for(each) for each in ("bo", "cy", "di", "ed", "ann")] == [
        True,
        True,
        False,
        False,
        True,
    ]
    assert Chairs(seats=4, taken=frozenset({"host"}), queue=("bo",)).free == 2
    assert not Chairs(seats=1, taken=frozenset({"host", "ann"})).are_for("bo")


@pytest.mark.parametrize(
    ("phase", "number", "chosen"),
    [
        (Phase.DRAFT, 0, None),
        (Phase.CHECK_IN, 0, 1),
        (Phase.SWITCHING, 2, 2),
        (Phase.RUNNING, 2, 2),
        (Phase.HARVEST, 3, None),
    ],
)
def test_the_round_that_is_chosen_for(phase: Phase, number: int, chosen: int | None) -> None:
    clock = Clockwork(
        phase=phase,
        round_number=number,
        step=0,
        deadline=None,
        paused_left=None,
        round_minutes=(20, 20, 20),
        switch_minutes=2,
    )
    assert round_to_choose(clock) == chosen
