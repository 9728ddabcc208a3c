"""What two lists of words have in common: as difflib finds it, and never for long."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cafe.dialogue.merging import merged
from cafe.matching import matching
from cafe.plans.compare_words import IN, OUT, SAME, runs

few_words = st.lists(st.sampled_from(["vi", "trenger", "tid", "og", "ro"]), max_size=40)


@given(few_words, few_words)
def test_what_is_found_is_what_difflib_finds(one: list[str], other: list[str]) -> None:
    assert matching(one, other) == SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()


@given(few_words, few_words, few_words)
def test_nothing_that_came_in_by_either_edit_is_dropped(
    base: list[str], stored: list[str], sent: list[str]
) -> None:
    new_stored, new_sent = [*stored, "først"], ["sist", *sent]
    words = merged(" ".join(base), " ".join(new_stored), " ".join(new_sent)).text.split()
    assert {"først", "sist"} <= set(words)


def few(step: int, length: int) -> str:
    """Write a text of ninety-seven words that stand in another order for every step."""
    return " ".join(f"w{at * step % 97}" for at in range(length))[:length]


@pytest.mark.parametrize(
    "ask",
    [
        lambda length: merged(few(1, length), few(7, length), few(11, length)),
        lambda length: runs(few(1, length), few(7, length)),
        lambda length: runs("a " * length, "a " * length + "b"),
    ],
    ids=["merged", "compared", "one word"],
)
def test_a_text_of_few_words_six_times_as_long_does_not_take_many_times_as_long(
    ask: Callable[[int], object],
) -> None:
    def took(length: int) -> float:
        began = process_time()
        ask(length)
        return process_time() - began

    ask(1_000)
    assert took(30_000) < 20 * max(took(5_000), 0.005)


def test_what_is_not_looked_at_for_long_stands_whole() -> None:
    earlier, later = few(1, 60_000), few(7, 60_000)
    found = runs(earlier, later)
    assert "".join(run.text for run in found if run.kind != IN) == earlier
    assert "".join(run.text for run in found if run.kind != OUT) == later
    both = merged("x", earlier, later).text
    assert earlier in both
    assert later in both


def test_a_long_text_with_changes_here_and_there_is_still_told_word_by_word() -> None:
    random = Random(7)
    words = [f"ord{min(random.randrange(1, 3000), random.randrange(1, 3000))}" for _ in range(8_000)]
    changed = words.copy()
    for at in range(100, 8_000, 400):
        changed[at] = "nytt"
    found = runs(" ".join(words), " ".join(changed))
    assert sum(len(run.text.split()) for run in found if run.kind == SAME) > 7_900
    assert [run.text for run in found if run.kind == IN] == ["nytt"] * 20
