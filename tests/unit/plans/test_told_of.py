"""Which measures a report tells of: those it names, however the lines fall."""

from __future__ import annotations

import pytest

from cafe.plans.told_of import told_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- Hire two consultants", ["a"]),
        ("We could hire  two\nconsultants, at last.", ["a"]),
        ("Hire two\u00a0consultants: 1. May\n- Supervise", ["a", "b"]),
        ("We supervised them", []),
        ("Hire two (new) people?", ["c"]),
        ("", []),
    ],
)
def test_a_measure_is_told_of_where_its_title_stands(text: str, told: list[str]) -> None:
    titles = {"a": {"Hire two consultants"}, "b": {"Supervise"}, "c": {"Hire two (new) people?"}, "d": {" "}}
    assert told_of([text, "Something else"], titles) == told


def test_a_measure_that_was_called_otherwise_then_is_told_of_by_either_name() -> None:
    assert told_of(["We did the old one"], {"a": {"The old one", "The new one"}}) == ["a"]
