"""The table says what held, what did not, and what was not run."""

from __future__ import annotations

from tests.faults.table import BARS, rows


def test_a_bar_holds_when_its_tests_and_its_figures_do() -> None:
    slow = {"bar": 1, "text": "p99 9 s", "held": False}
    lines = [
        {"bar": 1, "outcome": "passed", "figures": [slow]},
        {"bar": 2, "outcome": "passed", "figures": [{"bar": 2, "text": "0 of 500 lost", "held": None}]},
        {"bar": 3, "outcome": "failed", "figures": []},
    ]
    table = {number: (measured, verdict) for number, _, measured, verdict in rows(lines)}
    assert table[1] == ("p99 9 s", "NOT HELD")
    assert table[2] == ("0 of 500 lost", "held")
    assert table[3] == ("", "NOT HELD")
    assert table[4] == ("", "not run")
    assert set(table) == set(BARS)
